/**
 * The one door through which people's answers reach a process: {@link org.commonground.workflow.tasks.TaskPort} decides
 * who may, reads the answer into the task's record, lets the capability act and completes the task, in one transaction.
 * Each human task has a {@link org.commonground.workflow.tasks.TaskForm} here.
 */
package org.commonground.workflow.tasks;
