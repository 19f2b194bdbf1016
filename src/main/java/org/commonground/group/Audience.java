package org.commonground.group;

import org.commonground.platform.Worded;

/** Whom a group is open to by gender, as the person states their own. */
public enum Audience implements Worded {
    EVERYBODY("everybody"),
    WOMEN("women only"),
    MEN("men only");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
