package org.commonground.conversation.capacity;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a person understands what is proposed and can decide about it, as the link worker sees it. */
public enum MentalCapacity {
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

    /** As forms and tables write it: {@code in-doubt}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static MentalCapacity of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
