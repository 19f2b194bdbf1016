package org.commonground.placement.firstsession;

import org.commonground.platform.Worded;

/** Whether a person came to their first session. */
public enum Attendance implements Worded {
    ATTENDED("The person came"),
    MISSED("The person did not come");

    private final String label;

    Attendance(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
