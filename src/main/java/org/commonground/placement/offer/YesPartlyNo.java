package org.commonground.placement.offer;

import org.commonground.platform.Worded;

/** How far a group can do something. */
public enum YesPartlyNo implements Worded {
    YES("Yes"),
    PARTLY("Partly"),
    NO("No");

    private final String label;

    YesPartlyNo(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
