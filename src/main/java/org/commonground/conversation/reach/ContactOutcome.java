package org.commonground.conversation.reach;

import java.time.Instant;
import org.commonground.platform.Worded;

/**
 * What follows from an attempt to reach a person.
 *
 * @param next what the process does now
 * @param tryAgainAt when somebody tries or asks again; null unless {@link Next#NO_ANSWER_TRY_AGAIN} or {@link
 *     Next#NOT_READY}
 * @param talkAt when we talk; null unless {@link Next#REACHED}
 */
public record ContactOutcome(Next next, Instant tryAgainAt, Instant talkAt) {

    static ContactOutcome reached(Instant talkAt) {
        return new ContactOutcome(Next.REACHED, null, talkAt);
    }

    static ContactOutcome again(Next next, Instant at) {
        return new ContactOutcome(next, at, null);
    }

    static ContactOutcome declined() {
        return new ContactOutcome(Next.DECLINED, null, null);
    }

    static ContactOutcome notReached() {
        return new ContactOutcome(Next.NOT_REACHED, null, null);
    }

    /** The values of the process variable {@code contact}. */
    public enum Next implements Worded {
        REACHED,
        DECLINED,
        NOT_READY,
        NO_ANSWER_TRY_AGAIN,
        NOT_REACHED;
    }
}
