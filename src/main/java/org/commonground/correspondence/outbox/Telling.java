package org.commonground.correspondence.outbox;

import com.fasterxml.jackson.annotation.JsonValue;
import org.commonground.correspondence.MessageWay;

/** What follows when somebody posted a letter or called, or could not. */
public enum Telling {
    TOLD,
    LETTER,
    CALL,
    /** There is nothing to tell any more: its day has passed, or it was ended. */
    OVER,
    /** Every way was tried or is not safe: the team's lead hears. */
    NO_WAY;

    /** As models write it: {@code no-way}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    static Telling by(MessageWay way) {
        return way == MessageWay.LETTER ? LETTER : CALL;
    }
}
