package org.commonground.placement.ending;

import org.commonground.platform.Worded;

/** How we were told that a referral must not go on. */
public enum ToldHow implements Worded {
    CALL("In a call"),
    IN_PERSON("Face to face"),
    MAIL("By e-mail"),
    TEXT("By text message"),
    LETTER("By letter");

    private final String label;

    ToldHow(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
