/**
 * Somebody says that a person is in crisis: what was said, and who at the practice has confirmed that they take over.
 * It ends nothing and is never guessed from what somebody wrote.
 */
package org.commonground.crisis;
