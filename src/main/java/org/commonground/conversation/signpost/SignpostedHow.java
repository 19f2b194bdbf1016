package org.commonground.conversation.signpost;

import com.fasterxml.jackson.annotation.JsonValue;

/** How somebody was told where to go. */
public enum SignpostedHow {
    SAID("Told them"),
    WRITTEN_DOWN("Wrote it down for them"),
    INTRODUCED("Made the contact together");

    private final String label;

    SignpostedHow(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** As forms and tables write it: {@code written-down}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static SignpostedHow of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
