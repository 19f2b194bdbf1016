package org.commonground.placement;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a referral is withdrawn. */
public enum WithdrawalReason {
    NO_CONSENT("The person withdraws their consent"),
    NOT_WANTED("The person does not want to go on"),
    MOVED("The person has moved away"),
    DIED("The person has died"),
    OTHER("Another reason");

    private final String label;

    WithdrawalReason(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }

    /** Whether the person will not be at any group any more. */
    public boolean personIsGone() {
        return this == MOVED || this == DIED;
    }

    /** As forms, events and tables write it, in small letters with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static WithdrawalReason of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
