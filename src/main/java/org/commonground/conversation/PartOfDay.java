package org.commonground.conversation;

import java.time.LocalTime;
import org.commonground.platform.Worded;

/** A part of the day that may suit; groups' sessions are sorted into them by the time they start. */
public enum PartOfDay implements Worded {
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
}
