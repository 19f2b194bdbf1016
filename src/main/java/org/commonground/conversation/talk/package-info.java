/**
 * The conversation itself: what the person wants and needs, how they feel, what they agree to, and what comes next. It
 * draws on every chapter before it.
 */
package org.commonground.conversation.talk;
