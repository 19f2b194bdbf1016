package org.commonground.referral.consent;

import org.commonground.platform.Worded;

/** Who gave a consent. */
public enum GivenBy implements Worded {
    PERSON,
    /** An attorney or deputy for health and welfare, whose evidence was seen. */
    ATTORNEY_OR_DEPUTY,
    /** A best-interests decision for a person who cannot decide this now: by whom and why is kept. */
    BEST_INTERESTS;
}
