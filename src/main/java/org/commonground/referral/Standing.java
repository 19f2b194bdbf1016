package org.commonground.referral;

import org.commonground.platform.Worded;

/** Where a referral stands, as the practice and the team see it. */
public enum Standing implements Worded {
    /** The practice's message is here; nobody has tried to reach the person. */
    RECEIVED,
    /** Somebody has tried to reach the person, and tries again. */
    REACHING,
    /** Reached: conversations about what matters. */
    TALKING,
    /** The person and their link worker choose groups. */
    CHOOSING,
    /** At least one group has been asked. */
    OFFERED,
    /** A group and the person have both said yes. */
    PLACED,
    /** A first session has been attended; the planned look-backs run. */
    FOLLOWING_UP,
    /** Ended, with an {@link Outcome}. */
    CLOSED;
}
