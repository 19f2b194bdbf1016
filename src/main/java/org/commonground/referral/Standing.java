package org.commonground.referral;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a referral stands, as the practice and the team see it. */
public enum Standing {
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

    /** As the API, forms and tables write it: {@code following-up}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Standing of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
