package org.commonground.conversation;

import org.commonground.platform.Worded;

/** What somebody can spend on a group, each time. */
public enum Spending implements Worded {
    FREE_ONLY("Only what is free", 0),
    LITTLE("Up to £5 each time", 500),
    ANYTHING("More than that", Integer.MAX_VALUE);

    private final String label;
    private final int pence;

    Spending(String label, int pence) {
        this.label = label;
        this.pence = pence;
    }

    /** In words, as forms show it. */
    public String label() {
        return label;
    }

    /** The most that one session may cost, in pence. */
    public int pence() {
        return pence;
    }
}
