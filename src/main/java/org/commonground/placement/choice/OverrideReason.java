package org.commonground.placement.choice;

import org.commonground.platform.Worded;

/** Why a group was chosen although it does not match, or although another fits better. */
public enum OverrideReason implements Worded {
    PERSON_WANTS_IT("The person wants this group"),
    KNOWS_SOMEBODY("The person knows somebody there"),
    SETTLED_WITH_ORGANISER("It is settled with the organiser"),
    BETTER_ONE_IS_NOT("What fits better here does not in fact"),
    OTHER("Another reason");

    private final String label;

    OverrideReason(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
