package org.commonground.group;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a group's standing proof of safety allows, so that small groups are not shut out. */
public enum Tier {
    /** People are told who, what and when; nobody is referred. */
    SIGNPOST_ONLY("Signpost only"),
    /** People are referred, and somebody comes along to the first session. */
    ACCOMPANIED("Accompanied"),
    FULL("Full");

    private final String label;

    Tier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As tables and the API write it: {@code signpost-only}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Tier of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
