package org.commonground.group;

import org.commonground.platform.Worded;

/** What a group's standing proof of safety allows, so that small groups are not shut out. */
public enum Tier implements Worded {
    /** People are told who, what and when; nobody is referred. */
    SIGNPOST_ONLY("Signpost only"),
    /** People are referred, and somebody comes along to the first session. */
    ACCOMPANIED("Accompanied"),
    FULL("Full");

    private final String label;

    Tier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
