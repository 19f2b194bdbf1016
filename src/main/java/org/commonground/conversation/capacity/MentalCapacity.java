package org.commonground.conversation.capacity;

import org.commonground.platform.Worded;

/** Whether a person understands what is proposed and can decide about it, as the link worker sees it. */
public enum MentalCapacity implements Worded {
    YES("Yes"),
    NO("No"),
    IN_DOUBT("I am in doubt");

    private final String label;

    MentalCapacity(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
