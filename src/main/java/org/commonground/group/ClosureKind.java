package org.commonground.group;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a group takes nobody any more. */
public enum ClosureKind {
    /** For good: whoever goes there has no place any more. */
    CLOSED("closed"),
    /** For now: whoever goes there keeps the place. */
    SUSPENDED("suspended");

    private final String label;

    ClosureKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As forms and tables write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static ClosureKind of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
