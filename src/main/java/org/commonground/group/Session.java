package org.commonground.group;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** When a group meets each week; times are those of Europe/London. */
public record Session(DayOfWeek day, LocalTime start, LocalTime end) {

    /** {@code Tuesday 14:00 to 16:00}. */
    public String inWords() {
        return day.getDisplayName(TextStyle.FULL, Locale.UK) + " " + start + " to " + end;
    }

    NextSession nextAfter(LocalDate date) {
        return new NextSession(date.with(TemporalAdjusters.next(day)), start);
    }
}
