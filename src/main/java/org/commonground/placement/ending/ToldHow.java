package org.commonground.placement.ending;

import com.fasterxml.jackson.annotation.JsonValue;

/** How we were told that a referral must not go on. */
public enum ToldHow {
    CALL("In a call"),
    IN_PERSON("Face to face"),
    MAIL("By e-mail"),
    TEXT("By text message"),
    LETTER("By letter");

    private final String label;

    ToldHow(String label) {
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

    public static ToldHow of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
