package org.commonground.placement;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a group says to an offer. */
public enum Answer {
    ACCEPTED("Yes, this person can come"),
    DECLINED("No, not this time");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** As forms, events and tables write it, in small letters with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Answer of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
