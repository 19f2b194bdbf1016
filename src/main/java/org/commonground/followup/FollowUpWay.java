package org.commonground.followup;

import org.commonground.platform.Worded;

/** How we looked back with the person, or tried to. */
public enum FollowUpWay implements Worded {
    CALL("By phone"),
    VIDEO("By video call"),
    IN_PERSON("Face to face"),
    TEXT("By text message"),
    MAIL("By e-mail"),
    LETTER("By letter");

    private final String label;

    FollowUpWay(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
