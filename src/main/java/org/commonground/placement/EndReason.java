package org.commonground.placement;

import org.commonground.platform.Worded;

/** Why a placement ended before a first session. */
public enum EndReason implements Worded {
    NOT_THIS_GROUP("the safety check said not this group"),
    NO_PLACE("the group was full"),
    DECLINED("the group said no"),
    NOT_NOW("the group said not now"),
    LAPSED("the group did not answer in time"),
    PERSON_SAID_NO("the person said no"),
    MISSED("the person did not come to the first session"),
    LEFT_LIST("the person waits no longer"),
    LIST_CLOSED("the group closed its waiting list"),
    GROUP_CLOSED("the group is closed or suspended"),
    WITHDRAWN("consent was withdrawn"),
    STOPPED("the referral was stopped");

    private final String label;

    EndReason(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
