package org.commonground.placement.offer;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a group can do something. */
public enum YesPartlyNo {
    YES("Yes"),
    PARTLY("Partly"),
    NO("No");

    private final String label;

    YesPartlyNo(String label) {
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

    public static YesPartlyNo of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
