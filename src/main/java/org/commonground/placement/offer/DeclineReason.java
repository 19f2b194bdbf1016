package org.commonground.placement.offer;

import org.commonground.platform.Worded;

/** Why a group says no. */
public enum DeclineReason implements Worded {
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
}
