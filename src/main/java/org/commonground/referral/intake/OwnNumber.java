package org.commonground.referral.intake;

import org.commonground.platform.personal.Personal;

/** A practice's own number for a referral. Some practices build it from the person's; so it is kept like a name. */
public record OwnNumber(String text) implements Personal {

    /** Null for null or blank text, else the trimmed value. */
    public static OwnNumber of(String text) {
        return text == null || text.isBlank() ? null : new OwnNumber(text.strip());
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
