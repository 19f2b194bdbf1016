package org.commonground.referral;

import com.fasterxml.jackson.annotation.JsonValue;

/** How soon a person should be reached. */
public enum Urgency {
    ROUTINE,
    URGENT;

    /** As the API, forms and tables write it: {@code urgent}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Urgency of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
