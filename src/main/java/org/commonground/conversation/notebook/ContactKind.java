package org.commonground.conversation.notebook;

import org.commonground.platform.Worded;

/** How somebody was in touch about a referral. */
public enum ContactKind implements Worded {
    CALL("Phone call"),
    VISIT("Visit"),
    TEXT("Text message"),
    LETTER("Letter");

    private final String label;

    ContactKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
