package org.commonground.conversation.reach;

import org.commonground.platform.Worded;

/** What came of an attempt to reach a person. */
public enum ContactResult implements Worded {
    REACHED("Reached: we have agreed when to talk"),
    NO_ANSWER("No answer"),
    NOT_READY("Reached: not ready yet, ask again later"),
    DECLINED("Reached: does not want social prescribing");

    private final String label;

    ContactResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
