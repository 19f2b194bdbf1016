package org.commonground.group;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a group is run. */
public enum GroupKind {
    INFORMAL("Neighbours who meet"),
    VOLUNTEER_RUN("Run by volunteers"),
    PAID("Run by paid staff");

    private final String label;

    GroupKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As tables and the API write it: {@code volunteer-run}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static GroupKind of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
