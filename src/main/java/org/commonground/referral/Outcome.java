package org.commonground.referral;

import org.commonground.platform.Worded;

/** How a referral ended. */
public enum Outcome implements Worded {
    PLACED_AND_FOLLOWED_UP,
    NO_SUITABLE_GROUP,
    /** Pointed to something they do without us, and called once after it. */
    SIGNPOSTED,
    DECLINED,
    NOT_REACHED,
    WITHDRAWN,
    /** Given back to the practice with a {@link SentBackReason}; it may refer again. */
    SENT_BACK,
    /** About the same person as another open referral, which took up what was asked. */
    JOINED,
    MOVED,
    DIED,
    /** By the link worker, with a reason. */
    STOPPED;
}
