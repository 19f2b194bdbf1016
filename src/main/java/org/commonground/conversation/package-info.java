/**
 * Conversations: the attempts to reach a person, the talk about what matters to them, how they feel in numbers, and the
 * codes the practice hears.
 */
package org.commonground.conversation;
