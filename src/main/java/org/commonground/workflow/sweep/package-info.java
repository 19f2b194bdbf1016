/**
 * What happens because time has passed and no process waits for it: reminders, overdue tasks, courses that have ended.
 * One job looks at all of it; each part finds its work in rows, so that it may run twice, or on several nodes at once.
 */
package org.commonground.workflow.sweep;
