package org.commonground.placement.offer;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a group says to an offer. */
public enum OfferAnswer {
    ACCEPTED("Yes, this person can come"),
    ACCEPTED_WITH_CONDITIONS("Yes, with conditions"),
    /** Decides nothing yet: the offer stays open. */
    ASKED("I want to ask something first"),
    NOT_NOW("Not now, ask me again later"),
    DECLINED("No, not this time");

    private final String label;

    OfferAnswer(String label) {
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

    /** Whether the group takes the person. */
    boolean isYes() {
        return this == ACCEPTED || this == ACCEPTED_WITH_CONDITIONS;
    }

    /** Whether it gives the place back. */
    boolean isNo() {
        return this == NOT_NOW || this == DECLINED;
    }

    public static OfferAnswer of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
