package org.commonground.placement.firstsession;

import org.commonground.platform.Worded;

/** Whether a person who missed their first session tries it once more. */
public enum AfterMissed implements Worded {
    TRY_AGAIN("Yes, on another day"),
    NO("No");

    private final String label;

    AfterMissed(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
