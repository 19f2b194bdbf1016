package org.commonground.placement.firstsession;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a person came to their first session. */
public enum Attendance {
    ATTENDED("The person came"),
    MISSED("The person did not come");

    private final String label;

    Attendance(String label) {
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

    public static Attendance of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
