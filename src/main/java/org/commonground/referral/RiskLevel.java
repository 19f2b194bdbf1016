package org.commonground.referral;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is known about a risk to the person, to others or from others. */
public enum RiskLevel {
    NONE,
    MANAGED,
    UNRESOLVED;

    /** As the API, forms and tables write it: {@code unresolved}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static RiskLevel of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
