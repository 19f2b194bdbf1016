package org.commonground.placement.firstsession;

import org.commonground.platform.Worded;

/** Why a person says no to a group that said yes. */
public enum PersonNoReason implements Worded {
    CHANGED_MIND("Changed their mind"),
    TIME("The day or time does not suit"),
    TRAVEL("Getting there is too hard"),
    COST("It costs too much"),
    CONDITIONS("The group’s conditions do not suit"),
    UNWELL("Not well enough at present"),
    NOT_REACHED("Could not be reached"),
    OTHER("Another reason");

    private final String label;

    PersonNoReason(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
