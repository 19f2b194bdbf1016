package org.commonground.web.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.commonground.platform.time.WorkingDays;

/** Dates and times as pages show them, in Europe/London: {@code 5 March 2027 at 2:05pm}. */
final class LondonTime {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private LondonTime() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String moment(Instant at) {
        ZonedDateTime there = at.atZone(WorkingDays.LONDON);
        return DAY.format(there) + " at " + TIME.format(there).toLowerCase(Locale.UK);
    }
}
