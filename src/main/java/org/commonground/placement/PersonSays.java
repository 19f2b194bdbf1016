package org.commonground.placement;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a person says to a group that said yes. */
public enum PersonSays {
    YES("Yes"),
    NO("No");

    private final String label;

    PersonSays(String label) {
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

    public static PersonSays of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
