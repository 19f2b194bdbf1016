package org.commonground.conversation;

import java.time.Instant;
import org.commonground.account.AccountId;
import org.commonground.platform.personal.Narrative;

/**
 * What somebody wrote down after a contact or a conversation.
 *
 * @param by null where it was nobody signed in
 */
public record Note(Instant at, Narrative text, AccountId by) {}
