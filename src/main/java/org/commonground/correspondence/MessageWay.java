package org.commonground.correspondence;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a message gets to a person. */
public enum MessageWay {
    MAIL("by e-mail"),
    LETTER("by letter"),
    CALL("in a call");

    private final String label;

    MessageWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As models, events and tables write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase();
    }

    public static MessageWay of(String word) {
        return valueOf(word.toUpperCase());
    }
}
