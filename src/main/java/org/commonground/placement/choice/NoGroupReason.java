package org.commonground.placement.choice;

import org.commonground.platform.Worded;

/** Why no group was chosen: what an unmet need is counted by. */
public enum NoGroupReason implements Worded {
    NONE_FOR_NEED("No group meets the need"),
    NONE_NEAR("None near enough, or no way of getting there"),
    NO_PLACE("The groups that fit are full"),
    NO_TIME("No group meets at a time that suits"),
    NO_SUPPORT("No group offers the support needed"),
    OUTSIDE_CRITERIA("The person is outside the criteria of the groups that fit"),
    COST("What there is costs too much"),
    NOT_WANTED("The person wants none of the groups"),
    OTHER("Another reason");

    private final String label;

    NoGroupReason(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
