package org.commonground.placement.waiting;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a person says who is asked whether they go on waiting. */
public enum Stay {
    STAY("They stay on the list"),
    TRY_OTHERS("They stay, and try another group meanwhile"),
    LEAVE("They leave the list");

    private final String label;

    Stay(String label) {
        this.label = label;
    }

    /** In words, as forms show it. */
    public String label() {
        return label;
    }

    /** As forms and models write it, in small letters with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
