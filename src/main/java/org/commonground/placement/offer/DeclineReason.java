package org.commonground.placement.offer;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a group says no. */
public enum DeclineReason {
    NO_CAPACITY("No room, or not enough people to help"),
    NOT_SUITABLE("The group would not suit this person"),
    SUPPORT_NEED("We cannot give the support needed"),
    SAFETY("We could not keep the person or others safe"),
    OUTSIDE_CRITERIA("Outside who the group is for"),
    OTHER("Another reason");

    private final String label;

    DeclineReason(String label) {
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

    public static DeclineReason of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
