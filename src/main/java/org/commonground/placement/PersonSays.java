package org.commonground.placement;

import org.commonground.platform.Worded;

/** What a person says to a group that said yes. */
public enum PersonSays implements Worded {
    YES("Yes"),
    NO("No");

    private final String label;

    PersonSays(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
