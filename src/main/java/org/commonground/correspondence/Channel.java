package org.commonground.correspondence;

import org.commonground.platform.Worded;

/** The way a message goes, from the one that is tried first to the last; {@link Ways} decides which. */
public enum Channel implements Worded {
    EMAIL("by e-mail"),
    LETTER("by letter"),
    CALL("in a call");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
