package org.commonground.followup;

import org.commonground.placement.ending.LeftBecause;
import org.commonground.platform.Worded;

/** Whether the person still goes to a group. */
public enum StillGoing implements Worded {
    YES("Yes, regularly"),
    SOMETIMES("Now and then"),
    FINISHED("No, the course has ended"),
    STOPPED("No, they stopped"),
    NOT_YET("They have not been there yet");

    private final String label;

    StillGoing(String label) {
        this.label = label;
    }

    /** Whether they go to no group any more. */
    public boolean hasLeft() {
        return this == FINISHED || this == STOPPED;
    }

    /** Why they left, as far as the answer tells. */
    LeftBecause why() {
        return this == FINISHED ? LeftBecause.COURSE_ENDED : LeftBecause.NOT_SAID;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
