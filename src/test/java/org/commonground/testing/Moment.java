package org.commonground.testing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Moments of the kind that has broken tests and the demo before: each the next one after today, in London, so that the
 * list does not grow old. {@code .ci/as-of} runs this file by itself, without anything beside it, to see what there is.
 */
public enum Moment {
    CHRISTMAS_EVE(day -> day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24, "18:00"),
    MAUNDY_THURSDAY(day -> day.plusDays(3).equals(easter(day.getYear())), "16:00"),
    BEFORE_CLOCKS_GO_FORWARD(day -> hoursUntilNoonAfter(day) == 23, "20:00"),
    BEFORE_CLOCKS_GO_BACK(day -> hoursUntilNoonAfter(day) == 25, "20:00"),
    BEFORE_LEAP_DAY(day -> day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == 28 && day.isLeapYear(), "10:00"),
    TUESDAY_PAST_FIVE(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY, "17:10"),
    FRIDAY_AFTER_WORK(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY, "17:45"),
    NEW_YEARS_EVE(day -> day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 31, "22:00");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Predicate<LocalDate> day;
    private final LocalTime time;

    Moment(Predicate<LocalDate> day, String time) {
        this.day = day;
        this.time = LocalTime.parse(time);
    }

    /** Prints the name and the moment of each, a line. */
    public static void main(String... none) {
        LocalDate today = LocalDate.now(LONDON);
        Arrays.stream(values()).forEach(moment -> System.out.println(moment.word() + " " + moment.after(today)));
    }

    static Optional<Moment> named(String word) {
        return Arrays.stream(values())
                .filter(moment -> moment.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Moment::word).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first on a later day, by London's clocks. */
    public LocalDateTime after(LocalDate today) {
        return today.plusDays(1)
                .datesUntil(today.plusYears(9))
                .filter(day)
                .findFirst()
                .orElseThrow()
                .atTime(time);
    }

    private static long hoursUntilNoonAfter(LocalDate day) {
        return Duration.between(
                        day.atTime(LocalTime.NOON).atZone(LONDON),
                        day.plusDays(1).atTime(LocalTime.NOON).atZone(LONDON))
                .toHours();
    }

    /** Easter Sunday, by the rule of J. Meeus for the Gregorian calendar. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
