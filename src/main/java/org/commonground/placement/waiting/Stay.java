package org.commonground.placement.waiting;

import org.commonground.platform.Worded;

/** What a person says who is asked whether they go on waiting. */
public enum Stay implements Worded {
    STAY("They stay on the list"),
    TRY_OTHERS("They stay, and try another group meanwhile"),
    LEAVE("They leave the list");

    private final String label;

    Stay(String label) {
        this.label = label;
    }

    /** In words, as forms show it. */
    public String label() {
        return label;
    }
}
