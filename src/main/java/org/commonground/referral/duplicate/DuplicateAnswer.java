package org.commonground.referral.duplicate;

import org.commonground.platform.Worded;
import org.commonground.referral.Outcome;

/** What is done about a referral that may be about the same person as an open one. */
public enum DuplicateAnswer implements Worded {
    JOIN("The same person: add this request to the open referral"),
    KEEP_APART("Another person, or a matter of its own: go on"),
    REFUSE("Send it back to the practice");

    private final String label;

    DuplicateAnswer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** How the referral ends by it; null where it goes on. */
    public Outcome outcome() {
        return switch (this) {
            case JOIN -> Outcome.JOINED;
            case REFUSE -> Outcome.SENT_BACK;
            case KEEP_APART -> null;
        };
    }
}
