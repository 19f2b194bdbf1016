package org.commonground.placement.firstsession;

import org.commonground.platform.Worded;

/** Why a person did not come to their first session. */
public enum MissedBecause implements Worded {
    FORGOT("Forgot it, or mixed up the day"),
    UNWELL("Not well that day"),
    TRAVEL("Could not get there"),
    DID_NOT_DARE("Did not dare to go"),
    NOBODY_THERE("Came, and found nobody"),
    CHANGED_MIND("Changed their mind"),
    NOT_REACHED("Could not be reached"),
    OTHER("Another reason");

    private final String label;

    MissedBecause(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
