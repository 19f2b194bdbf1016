package org.commonground.conversation;

import java.time.Instant;

/**
 * What follows from an attempt to reach a person.
 *
 * @param next what the process does now
 * @param tryAgainAt when somebody tries again; null unless {@link Next#NO_ANSWER_TRY_AGAIN}
 * @param talkAt when we talk; null unless {@link Next#REACHED}
 */
public record ContactOutcome(Next next, Instant tryAgainAt, Instant talkAt) {

    /** The values of the process variable {@code contact}. */
    public enum Next {
        REACHED,
        DECLINED,
        NO_ANSWER_TRY_AGAIN,
        NOT_REACHED;

        public String word() {
            return name().toLowerCase().replace('_', '-');
        }
    }
}
