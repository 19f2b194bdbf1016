package org.commonground.placement.firstsession;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a person who missed their first session tries it once more. */
public enum AfterMissed {
    TRY_AGAIN("Yes, on another day"),
    NO("No");

    private final String label;

    AfterMissed(String label) {
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

    public static AfterMissed of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
