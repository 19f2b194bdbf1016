package org.commonground.placement;

import org.commonground.platform.Worded;

/** How the person's side of a safety check may go on. It routes; people decide. */
public enum Verdict implements Worded {
    GO_AHEAD("Ask the group"),
    SECOND_OPINION("A second opinion first"),
    NOT_THIS_GROUP("Not this group");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
