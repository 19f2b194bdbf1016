package org.commonground.placement.offer;

import org.commonground.platform.Worded;

/** What a group says to an offer. */
public enum OfferAnswer implements Worded {
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

    /** Whether the group takes the person. */
    boolean isYes() {
        return this == ACCEPTED || this == ACCEPTED_WITH_CONDITIONS;
    }

    /** Whether it gives the place back. */
    boolean isNo() {
        return this == NOT_NOW || this == DECLINED;
    }
}
