package org.commonground.conversation.reach;

import org.commonground.platform.Worded;

/** What comes of looking for another way to tell somebody who could neither be reached nor written to. */
public enum AnotherWay implements Worded {
    TOLD("They are told another way, and we wait for them"),
    LETTER_IS_SAFE("A letter to their home is safe after all: write one"),
    NONE("There is none: close the referral");

    private final String label;

    AnotherWay(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
