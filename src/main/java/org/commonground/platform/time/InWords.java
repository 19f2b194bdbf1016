package org.commonground.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people here read them, in London's time. */
public final class InWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private InWords() {}

    /** {@code Tuesday 8 December}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 8 December 2026}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code 10:30am}. */
    public static String time(LocalTime time) {
        return TIME.format(time).toLowerCase(Locale.UK);
    }

    /** {@code Tuesday 8 December, 10:30am}. */
    public static String moment(Instant moment) {
        ZonedDateTime there = moment.atZone(WorkingDays.LONDON);
        return day(there.toLocalDate()) + ", " + time(there.toLocalTime());
    }

    /** {@code 8 December 2026 at 10:30am}. */
    public static String stamp(Instant moment) {
        ZonedDateTime there = moment.atZone(WorkingDays.LONDON);
        return date(there.toLocalDate()) + " at " + time(there.toLocalTime());
    }
}
