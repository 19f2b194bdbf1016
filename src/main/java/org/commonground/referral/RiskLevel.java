package org.commonground.referral;

import org.commonground.platform.Worded;

/** What is known about a risk to the person, to others or from others. */
public enum RiskLevel implements Worded {
    NONE,
    MANAGED,
    UNRESOLVED;
}
