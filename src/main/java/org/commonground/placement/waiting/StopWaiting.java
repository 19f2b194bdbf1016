package org.commonground.placement.waiting;

import org.commonground.platform.Worded;

/** Why somebody does not wait any longer. */
public enum StopWaiting implements Worded {
    NOT_WANTED("The person does not want the group any more"),
    TOO_LONG("It takes too long"),
    FOUND_OTHER("The person has found something else"),
    NOT_SUITABLE("The group does not suit any more"),
    LIST_CLOSED("The group has closed its list"),
    OTHER("Another reason");

    private final String label;

    StopWaiting(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
