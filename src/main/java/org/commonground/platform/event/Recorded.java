package org.commonground.platform.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the event table.
 *
 * @param kind the event's name: {@code place-given-back}
 * @param subject the row it was about
 * @param reason a coded reason, or null
 */
public record Recorded(UUID id, Instant at, String kind, UUID subject, By actor, String reason) {}
