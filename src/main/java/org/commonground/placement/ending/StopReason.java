package org.commonground.placement.ending;

import com.fasterxml.jackson.annotation.JsonValue;
import org.commonground.referral.Outcome;

/** Why a referral is stopped, and what it is closed as. */
public enum StopReason {
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

    /** As forms, events and tables write it, in small letters with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static StopReason of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
