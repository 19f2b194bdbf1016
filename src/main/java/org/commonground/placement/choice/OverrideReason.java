package org.commonground.placement.choice;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a group was chosen although it does not match, or although another fits better. */
public enum OverrideReason {
    PERSON_WANTS_IT("The person wants this group"),
    KNOWS_SOMEBODY("The person knows somebody there"),
    SETTLED_WITH_ORGANISER("It is settled with the organiser"),
    BETTER_ONE_IS_NOT("What fits better here does not in fact"),
    OTHER("Another reason");

    private final String label;

    OverrideReason(String label) {
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

    public static OverrideReason of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
