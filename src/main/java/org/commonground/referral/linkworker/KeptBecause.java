package org.commonground.referral.linkworker;

import org.commonground.platform.Worded;

/** Why somebody looks after a person from now on, or nobody in particular. */
public enum KeptBecause implements Worded {
    REACHED("They reached the person"),
    PERSON_ASKED("The person asked for it"),
    WORKLOAD("They have more time"),
    LONG_ABSENCE("The one before is away for long"),
    SUITS_BETTER("They suit the person better, such as by language"),
    HANDED_OVER("Their tasks were handed over"),
    LEFT("The one before does not work in the team any more");

    private final String label;

    KeptBecause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody who hands a person over may choose it. */
    public boolean isChosen() {
        return this == PERSON_ASKED || this == WORKLOAD || this == LONG_ABSENCE || this == SUITS_BETTER;
    }
}
