package org.commonground.conversation.reach;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether the last letter went out. Either way we wait for the person: they may ring all the same. */
public enum LetterPosted {
    POSTED("Posted"),
    NOT_POSTED("Not posted: they got in touch, or it cannot be posted");

    private final String label;

    LetterPosted(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** As forms and events write it: {@code not-posted}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static LetterPosted of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
