package org.commonground.safeguarding;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the safeguarding lead decides about a concern. */
public enum Decision {
    /** Nothing further is needed, for the reasons given. */
    NO_ACTION,
    /** Something is done; the referral goes on meanwhile. */
    ACT,
    /** Something is done, and the referral stands still until the lead lifts the pause. */
    PAUSE;

    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Decision of(String word) {
        return valueOf(word.toUpperCase().replace("-", "_"));
    }
}
