package org.commonground.placement;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a choice of groups comes out. */
public enum Choice {
    TRY("Try the groups chosen"),
    /** What goes on already is enough. */
    NOTHING_MORE("Nothing more for now: what is under way goes on"),
    NO_SUITABLE_GROUP("No group suits at present");

    private final String label;

    Choice(String label) {
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

    public static Choice of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
