package org.commonground.conversation.reach;

import com.fasterxml.jackson.annotation.JsonValue;

/** What came of an attempt to reach a person. */
public enum ContactResult {
    REACHED("Reached: we have agreed when to talk"),
    NO_ANSWER("No answer"),
    NOT_READY("Reached: not ready yet, ask again later"),
    DECLINED("Reached: does not want social prescribing");

    private final String label;

    ContactResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As forms and tables write it: {@code no-answer}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static ContactResult of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
