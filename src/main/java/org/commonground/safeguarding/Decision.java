package org.commonground.safeguarding;

import org.commonground.platform.Worded;

/** What the safeguarding lead decides about a concern. */
public enum Decision implements Worded {
    /** Nothing further is needed, for the reasons given. */
    NO_ACTION,
    /** Something is done; the referral goes on meanwhile. */
    ACT,
    /** Something is done, and the referral stands still until the lead lifts the pause. */
    PAUSE;
}
