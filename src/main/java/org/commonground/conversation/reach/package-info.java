/**
 * Attempts to reach the person by ways that are safe for them, the last letter, and whoever gets in touch. It ends
 * with a day to talk, or with an end.
 */
package org.commonground.conversation.reach;
