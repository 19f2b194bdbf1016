package org.commonground.correspondence;

import org.commonground.platform.Worded;

/** How a message gets to a person. */
public enum MessageWay implements Worded {
    MAIL("by e-mail"),
    LETTER("by letter"),
    CALL("in a call");

    private final String label;

    MessageWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
