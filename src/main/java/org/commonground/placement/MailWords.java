package org.commonground.placement;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as mails write them. */
final class MailWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private MailWords() {}

    /** {@code Tuesday 8 December}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 10:30am}. */
    static String time(LocalTime time) {
        return HOUR.format(time).toLowerCase(Locale.UK);
    }
}
