package org.commonground.correspondence.outbox;

import org.commonground.correspondence.MessageWay;
import org.commonground.platform.Worded;

/** What follows when somebody posted a letter or called, or could not. */
public enum Telling implements Worded {
    TOLD,
    LETTER,
    CALL,
    /** There is nothing to tell any more: its day has passed, or it was ended. */
    OVER,
    /** Every way was tried or is not safe: the team's lead hears. */
    NO_WAY;

    static Telling by(MessageWay way) {
        return way == MessageWay.LETTER ? LETTER : CALL;
    }
}
