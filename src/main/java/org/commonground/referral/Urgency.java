package org.commonground.referral;

import org.commonground.platform.Worded;

/** How soon a person should be reached. */
public enum Urgency implements Worded {
    ROUTINE,
    URGENT;
}
