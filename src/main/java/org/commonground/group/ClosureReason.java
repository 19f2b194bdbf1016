package org.commonground.group;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a group is closed or suspended. */
public enum ClosureReason {
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

    /** As forms, events and tables write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static ClosureReason of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
