package org.commonground.correspondence.outbox;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the recipient of an undeliverable mail will hear after all. */
public enum Mend {
    /** By this mail, to the address that is right now. */
    SEND_AGAIN,
    /** By letter where that is safe, else in a call: for a message to the person. */
    SEND_ANOTHER_WAY,
    /** Somebody has told them in another way. */
    TOLD_OTHERWISE;

    /** As forms, events and models write it: {@code send-again}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
