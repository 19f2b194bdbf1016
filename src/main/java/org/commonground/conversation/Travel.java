package org.commonground.conversation;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far somebody can travel to a group. */
public enum Travel {
    FROM_HOME("Cannot leave home: by phone or online"),
    WALKING("On foot, nearby"),
    NEARBY("A short ride by bus or car"),
    ANYWHERE("Anywhere in the area");

    private final String label;

    Travel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As forms and tables write it: {@code walking}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Travel of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
