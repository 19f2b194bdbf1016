package org.commonground.person;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a way of reaching a person is safe for them. Only a safe way is ever used by itself. */
public enum Safety {
    SAFE,
    UNSAFE,
    UNKNOWN;

    /** As the API, forms and tables write it: {@code unsafe}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Safety of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
