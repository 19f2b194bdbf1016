package org.commonground.placement.waiting;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why somebody does not wait any longer. */
public enum StopWaiting {
    NOT_WANTED("The person does not want the group any more"),
    TOO_LONG("It takes too long"),
    FOUND_OTHER("The person has found something else"),
    NOT_SUITABLE("The group does not suit any more"),
    LIST_CLOSED("The group has closed its list"),
    OTHER("Another reason");

    private final String label;

    StopWaiting(String label) {
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

    public static StopWaiting of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
