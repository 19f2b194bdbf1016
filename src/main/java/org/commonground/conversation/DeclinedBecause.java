package org.commonground.conversation;

import org.commonground.platform.Worded;

/** Why a person does not want social prescribing, as far as they said. */
public enum DeclinedBecause implements Worded {
    NOT_WANTED("Does not want this kind of help"),
    NOT_ASKED("Did not know of the referral, or did not agree to it"),
    SUPPORTED("Has what they need already"),
    OTHER_HELP("Wants other help"),
    UNWELL("Not well enough"),
    NO_TIME("No time or strength for it now"),
    ADVISED_TO_STOP("Cannot decide this, and the advice is not to go ahead"),
    NOT_SAID("Did not say why");

    private final String label;

    DeclinedBecause(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
