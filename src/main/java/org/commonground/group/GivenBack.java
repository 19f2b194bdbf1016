package org.commonground.group;

import org.commonground.platform.Worded;

/** Why a place came back. */
public enum GivenBack implements Worded {
    DECLINED("the group said no"),
    NOT_NOW("the group said not now"),
    LAPSED("nobody answered the offer in time"),
    PERSON_SAID_NO("the person said no"),
    PASSED_ON("nobody could ask the person in time"),
    NOT_THIS_GROUP("the safety check said not this group"),
    MISSED("the person did not come to the first session"),
    WITHDRAWN("consent was withdrawn"),
    STOPPED("the referral was stopped"),
    GROUP_CLOSED("the group is closed or suspended"),
    COURSE_ENDED("the course has ended"),
    LEFT("the person does not go there any more");

    private final String label;

    GivenBack(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
