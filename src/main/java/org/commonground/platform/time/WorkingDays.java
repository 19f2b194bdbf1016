package org.commonground.platform.time;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts working days as people in England do: Monday to Friday without the bank holidays of England, and without the
 * one-off days of the setting {@code commonground.one-off-holidays}. Days are those of Europe/London.
 */
@Component
public class WorkingDays {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final Clock clock;
    private final Set<LocalDate> oneOff;

    WorkingDays(Clock clock, @Value("${commonground.one-off-holidays:}") List<LocalDate> oneOff) {
        this.clock = clock;
        this.oneOff = Set.copyOf(oneOff);
    }

    /** This moment, by the one clock. */
    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !oneOff.contains(day)
                && !holidays.isHoliday(day, "eng");
    }

    /** The working day that many working days after the given day; 0 gives the day itself, or the next working one. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate at = day;
        while (!isWorkingDay(at)) {
            at = at.plusDays(1);
        }
        for (int left = workingDays; left > 0; left--) {
            do {
                at = at.plusDays(1);
            } while (!isWorkingDay(at));
        }
        return at;
    }

    /** The working day that many working days before the given one. */
    public LocalDate before(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int left = workingDays; left > 0; left--) {
            do {
                at = at.minusDays(1);
            } while (!isWorkingDay(at));
        }
        return at;
    }

    /** The end (17:00 in London) of a day. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(LONDON).toInstant();
    }

    /** The end (17:00 in London) of the working day that many working days from now. */
    public Instant endOfDayIn(int workingDays) {
        return endOf(after(today(), workingDays));
    }

    /**
     * How many working days lie after the first day, up to and including the last: so many that {@link #after} comes to
     * the last one. As there, a first day on which nobody works counts as the next working one.
     */
    public int between(LocalDate first, LocalDate last) {
        LocalDate from = after(first, 0);
        return last.isAfter(from)
                ? (int) from.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }
}
