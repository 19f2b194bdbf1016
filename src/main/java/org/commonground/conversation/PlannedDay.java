package org.commonground.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.time.WorkingDays;

/** A day that somebody plans with the person: still to come, and not so far off that it is a slip. */
public final class PlannedDay {

    private static final LocalTime START_OF_DAY = LocalTime.of(9, 0);
    private static final int LONGEST_WAIT_DAYS = 92;
    private static final int LONGEST_REST_DAYS = 183;

    private PlannedDay() {}

    /** 09:00 in London: when something planned for a day comes to somebody. */
    public static Instant startOf(LocalDate day) {
        return day.atTime(START_OF_DAY).atZone(WorkingDays.LONDON).toInstant();
    }

    /** A day to talk or to try again: not before the earliest, and within three months. Null passes. */
    public static void check(Problems problems, String field, LocalDate day, LocalDate earliest) {
        check(problems, field, day, earliest, LONGEST_WAIT_DAYS);
    }

    /** The day to ask again whoever is not ready: from tomorrow, and within half a year. Null is said to be missing. */
    public static void checkRest(Problems problems, String field, LocalDate day, LocalDate today) {
        problems.needSaid(day, field, "Enter the day to ask again");
        check(problems, field, day, today.plusDays(1), LONGEST_REST_DAYS);
    }

    private static void check(Problems problems, String field, LocalDate day, LocalDate earliest, int mostDaysLater) {
        if (day != null && day.isBefore(earliest)) {
            problems.add(field, "Choose a day that is still to come");
        } else if (day != null && day.isAfter(earliest.plusDays(mostDaysLater))) {
            problems.add(field, "Choose a day within the next " + mostDaysLater / 30 + " months");
        }
    }
}
