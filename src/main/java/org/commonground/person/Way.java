package org.commonground.person;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way of reaching a person. */
public enum Way {
    CALL,
    VOICEMAIL,
    TEXT,
    MAIL,
    LETTER;

    /** As the API, forms and tables write it: {@code voicemail}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Way of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
