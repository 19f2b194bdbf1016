package org.commonground.correspondence.outbox;

import org.commonground.correspondence.Channel;
import org.commonground.platform.Worded;

/** What follows when somebody posted a letter or called, or could not. */
public enum Telling implements Worded {
    TOLD,
    LETTER,
    CALL,
    /** There is nothing to tell any more: its day has passed, or it was ended. */
    OVER,
    /** Every way was tried or is not safe: somebody hears. */
    NO_WAY;

    static Telling by(Channel channel) {
        return channel == Channel.LETTER ? LETTER : CALL;
    }
}
