package org.commonground.person;

import com.fasterxml.jackson.annotation.JsonValue;

/** Gender as the person states it. */
public enum Gender {
    WOMAN("Woman (including trans woman)"),
    MAN("Man (including trans man)"),
    NON_BINARY("Non-binary"),
    OTHER("In another way"),
    NOT_KNOWN("Not known"),
    PREFER_NOT_TO_SAY("Prefers not to say");

    private final String label;

    Gender(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As the API and tables write it: {@code non-binary}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Gender of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
