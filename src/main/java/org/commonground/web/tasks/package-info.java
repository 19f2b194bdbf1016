/**
 * What Tasklist's own additions show: a name on a card, a panel about the referral. Who may know whom is decided here
 * and by the task's own candidates, never by the engine's rights.
 */
package org.commonground.web.tasks;
