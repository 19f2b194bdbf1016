package org.commonground.placement.ending;

import org.commonground.platform.Worded;
import org.commonground.referral.Outcome;

/** Why a referral is stopped, and what it is closed as. */
public enum StopReason implements Worded {
    NO_CONSENT("The person withdraws their consent to be referred", Outcome.WITHDRAWN),
    MOVED("The person has moved out of the area", Outcome.MOVED),
    DIED("The person has died", Outcome.DIED),
    NOT_WANTED("The person no longer wants it", Outcome.STOPPED),
    UNSAFE("It is not safe to go on", Outcome.STOPPED),
    OTHER("Another reason", Outcome.STOPPED);

    private final String label;
    private final Outcome outcome;

    StopReason(String label, Outcome outcome) {
        this.label = label;
        this.outcome = outcome;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether the person will not be at any group any more. */
    public boolean personIsGone() {
        return this == MOVED || this == DIED;
    }

    /** Whether whoever stops it has to say why in their own words. */
    public boolean mustBeExplained() {
        return this == UNSAFE || this == OTHER;
    }
}
