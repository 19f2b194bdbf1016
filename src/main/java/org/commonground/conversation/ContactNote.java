package org.commonground.conversation;

import java.time.Instant;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.platform.personal.Narrative;

/**
 * That somebody was in touch, and what was said.
 *
 * @param at when it was
 * @param with whom
 * @param by who noted it; null where it was nobody signed in
 */
public record ContactNote(UUID id, ContactKind how, Instant at, Narrative with, Narrative said, AccountId by) {}
