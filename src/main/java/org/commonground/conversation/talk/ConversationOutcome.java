package org.commonground.conversation.talk;

import java.time.Instant;
import org.commonground.platform.Worded;

/**
 * What follows from a conversation.
 *
 * @param next what the process does now
 * @param talkAt when we talk again; null unless {@link Next#TALK_AGAIN}
 * @param askAt when we ask again; null unless {@link Next#NOT_READY}
 */
public record ConversationOutcome(Next next, Instant talkAt, Instant askAt) {

    /** The values of the process variable {@code conversation}: what the link worker chose, or advice first. */
    public enum Next implements Worded {
        GO_AHEAD,
        TALK_AGAIN,
        NOT_READY,
        SIGNPOSTED,
        DECLINED,
        ASK_ADVICE;
    }

    static ConversationOutcome of(Next next) {
        return new ConversationOutcome(next, null, null);
    }
}
