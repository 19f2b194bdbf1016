package org.commonground.correspondence.outbox;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether somebody has told the person. */
public enum Told {
    TOLD,
    COULD_NOT;

    /** As forms write it: {@code could-not}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
