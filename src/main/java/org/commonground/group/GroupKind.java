package org.commonground.group;

import org.commonground.platform.Worded;

/** How a group is run. */
public enum GroupKind implements Worded {
    INFORMAL("Neighbours who meet"),
    VOLUNTEER_RUN("Run by volunteers"),
    PAID("Run by paid staff");

    private final String label;

    GroupKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
