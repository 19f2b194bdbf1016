package org.commonground.conversation.reach;

import org.commonground.platform.Worded;

/** Whether the last letter went out. Either way we wait for the person: they may ring all the same. */
public enum LetterPosted implements Worded {
    POSTED("Posted"),
    NOT_POSTED("Not posted: they got in touch, or it cannot be posted");

    private final String label;

    LetterPosted(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
