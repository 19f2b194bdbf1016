/**
 * The one door through which people's answers reach a process: {@link org.commonground.workflow.tasks.TaskPort}
 * decides who may, reads the answer into the task's record, lets the capability act and completes the task, in one
 * transaction. Handing a task over goes through here too.
 */
package org.commonground.workflow.tasks;
