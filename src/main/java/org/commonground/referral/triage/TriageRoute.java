package org.commonground.referral.triage;

import org.commonground.platform.Worded;

/** Where triage sends a referral. */
public enum TriageRoute implements Worded {
    /** Somebody reaches the person. */
    REACH,
    /** An open referral may be about the same person: somebody looks first. */
    LOOK_AT_DUPLICATE,
    /** Back to the practice: the person is too young for the service. */
    TOO_YOUNG;
}
