package org.commonground.correspondence;

import java.util.UUID;

/**
 * A mail this node may send until the claim expires.
 *
 * @param claim names this one attempt, so that a node that was too slow cannot overwrite another's result
 * @param earlier how many mails of this kind about the same subject went to the recipient before: an appointment
 *     that moves is a newer version of the same calendar entry
 */
public record ClaimedMail(PostedMessage mail, UUID claim, int earlier) {}
