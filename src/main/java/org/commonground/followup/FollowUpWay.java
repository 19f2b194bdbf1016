package org.commonground.followup;

import com.fasterxml.jackson.annotation.JsonValue;

/** How we looked back with the person, or tried to. */
public enum FollowUpWay {
    CALL("By phone"),
    VIDEO("By video call"),
    IN_PERSON("Face to face"),
    TEXT("By text message"),
    MAIL("By e-mail"),
    LETTER("By letter");

    private final String label;

    FollowUpWay(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** As forms and tables write it: {@code in-person}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static FollowUpWay of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
