package org.commonground.referral;

import org.commonground.platform.Worded;

/** Why a referral goes back to the practice. */
public enum SentBackReason implements Worded {
    TOO_YOUNG("The person is too young for this service"),
    NOT_FOR_THIS_SERVICE("This is not the service for what was asked"),
    MORE_INFORMATION_NEEDED("More information is needed: please refer again with it"),
    MOVED_OUT_OF_THE_AREA("The person has moved out of the area"),
    CRISIS_OR_OTHER_SERVICE("The person needs a crisis service, or another one"),
    /** Only said to the practice whose own referral is open. */
    ALREADY_IN_THE_SERVICE("You have an open referral for this person already"),
    OTHER("Another reason: please call the link workers");

    private final String label;

    SentBackReason(String label) {
        this.label = label;
    }

    /** As the practice and the team read it. */
    public String label() {
        return label;
    }

    /** Whether somebody may choose it; the others are found by triage. */
    public boolean isChosen() {
        return this != TOO_YOUNG && this != ALREADY_IN_THE_SERVICE;
    }
}
