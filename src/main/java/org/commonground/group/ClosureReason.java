package org.commonground.group;

import org.commonground.platform.Worded;

/** Why a group is closed or suspended. */
public enum ClosureReason implements Worded {
    GROUP_ENDED("The group has ended"),
    NO_FUNDING("There is no money for it"),
    NO_VOLUNTEERS("There are not enough people to run it"),
    NO_VENUE("It has no place to meet"),
    SAFETY("It may not be safe"),
    ASSURANCE("Its assurance has run out"),
    OTHER("Another reason");

    private final String label;

    ClosureReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
