package org.commonground.placement.offer;

import java.time.Instant;
import java.util.Optional;
import org.commonground.platform.personal.Narrative;

/**
 * What a group asked before it decided, and what it was answered. It is about the person: the caller has checked who
 * reads it.
 *
 * @param reply empty while it waits for an answer
 */
public record GroupQuestion(Narrative text, Instant askedAt, Optional<Narrative> reply, Optional<Instant> repliedAt) {

    @Override
    public String toString() {
        return "Question[" + (reply.isPresent() ? "answered" : "waits") + "]";
    }
}
