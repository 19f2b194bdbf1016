package org.commonground.group;

import org.commonground.platform.Worded;

/** How a group takes nobody any more. */
public enum ClosureKind implements Worded {
    /** For good: whoever goes there has no place any more. */
    CLOSED("closed"),
    /** For now: whoever goes there keeps the place. */
    SUSPENDED("suspended");

    private final String label;

    ClosureKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
