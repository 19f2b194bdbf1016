package org.commonground.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/** The one clock, for as long as the demo is told: it is set back by weeks, goes forward, and ends where it was. */
@Component
class DemoClock {

    private final MovableClock clock;
    private final WorkingDays days;

    DemoClock(MovableClock clock, WorkingDays days) {
        this.clock = clock;
        this.days = days;
    }

    /** The last working day that is over: stories tell whole days, up to the hour at which what was due that day is late. */
    LocalDate lastDay() {
        LocalDate today = days.today();
        return days.isWorkingDay(today) && !clock.instant().isBefore(WorkingDays.endOf(today))
                ? today
                : days.before(today, 1);
    }

    /** The days off between the last working day that is over and today; none where that is today itself. */
    List<LocalDate> daysOffSince() {
        return lastDay().datesUntil(days.today()).skip(1).toList();
    }

    /** Does something while the clock may be moved; afterwards it shows the real time again. */
    void elsewhen(Runnable story) {
        Instant before = clock.instant();
        long began = System.nanoTime();
        try {
            story.run();
        } finally {
            clock.moveTo(before.plusNanos(System.nanoTime() - began));
        }
    }

    /** Moves on to a time of a day, in London; never backwards. */
    void goTo(LocalDate day, LocalTime time) {
        Instant moment = at(day, time);
        if (moment.isAfter(clock.instant())) {
            clock.moveTo(moment);
        }
    }

    /** Goes back to the morning of a day. */
    void goBackTo(LocalDate day) {
        clock.moveTo(at(day, LocalTime.of(7, 0)));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingDays.LONDON).toInstant();
    }
}
