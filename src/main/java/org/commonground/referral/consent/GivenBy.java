package org.commonground.referral.consent;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who gave a consent. */
public enum GivenBy {
    PERSON,
    /** An attorney or deputy for health and welfare, whose evidence was seen. */
    ATTORNEY_OR_DEPUTY,
    /** A best-interests decision for a person who cannot decide this now: by whom and why is kept. */
    BEST_INTERESTS;

    /** As the API, forms and tables write it: {@code best-interests}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static GivenBy of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
