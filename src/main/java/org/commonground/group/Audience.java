package org.commonground.group;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whom a group is open to by gender, as the person states their own. */
public enum Audience {
    EVERYBODY("everybody"),
    WOMEN("women only"),
    MEN("men only");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As tables and the API write it: {@code women}. */
    @JsonValue
    public String word() {
        return name().toLowerCase();
    }

    public static Audience of(String word) {
        return valueOf(word.toUpperCase());
    }
}
