package org.commonground.conversation;

import org.commonground.platform.Worded;

/** How far somebody can travel to a group. */
public enum Travel implements Worded {
    FROM_HOME("Cannot leave home: by phone or online"),
    WALKING("On foot, nearby"),
    NEARBY("A short ride by bus or car"),
    ANYWHERE("Anywhere in the area");

    private final String label;

    Travel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
