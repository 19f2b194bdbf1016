package org.commonground.placement;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the person's side of a safety check may go on. It routes; people decide. */
public enum Verdict {
    GO_AHEAD("Ask the group"),
    SECOND_OPINION("A second opinion first"),
    NOT_THIS_GROUP("Not this group");

    private final String label;

    Verdict(String label) {
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

    public static Verdict of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
