package org.commonground.referral.details;

import org.commonground.platform.Worded;

/** Something about a person that may be changed, as the story of a referral names it. */
public enum Detail implements Worded {
    NAME("name"),
    CALLED_NAME("what they like to be called"),
    ADDRESS("postal address"),
    PHONE("phone numbers"),
    MAIL("mail address"),
    LANGUAGE("language and interpreter"),
    SAFE_WAYS("safe ways of contact"),
    TIMES("who may answer and good times"),
    PRACTICE("practice");

    private final String label;

    Detail(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
