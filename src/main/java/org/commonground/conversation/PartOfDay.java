package org.commonground.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;

/** A part of the day that may suit; groups' sessions are sorted into them by the time they start. */
public enum PartOfDay {
    MORNING("Morning (before 12)"),
    AFTERNOON("Afternoon (12 to 5)"),
    EVENING("Evening (after 5)");

    private final String label;

    PartOfDay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The part of the day in which something starts at that time. */
    public static PartOfDay at(LocalTime start) {
        return start.getHour() < 12 ? MORNING : start.getHour() < 17 ? AFTERNOON : EVENING;
    }

    /** As forms and tables write it: {@code morning}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static PartOfDay of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
