package org.commonground.caseload;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that waits, for somebody or for a day.
 *
 * @param kind the id of the task or timer in its model: {@code hold-conversation}, {@code wait-for-follow-up}
 * @param subject what its process is about: a referral, a placement, a plan of follow-ups
 * @param due when it is somebody's turn
 * @param owner whose turn it is: {@code team-…}, {@code group-…}, {@code post-…}, {@code role-…}, or {@code person-…} of
 *     whoever has it already
 */
public record AgendaItem(String kind, UUID subject, Instant due, String owner) {}
