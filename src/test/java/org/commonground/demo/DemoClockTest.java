package org.commonground.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo is made whenever somebody starts it: in the morning, after work, at weekends and on bank holidays. */
@CommonGroundTest
class DemoClockTest {

    @Autowired
    private DemoClock days;

    @Autowired
    private MovableClock clock;

    @ParameterizedTest(name = "{0}: {1}, days off since: {2}")
    @CsvSource({
        // a day is over at five in London, when deadlines are, in summer and in winter
        "2027-06-09T16:59+01:00, 2027-06-08, 0",
        "2027-06-09T17:00+01:00, 2027-06-09, 0",
        "2027-06-09T23:59+01:00, 2027-06-09, 0",
        "2027-06-10T00:10+01:00, 2027-06-09, 0",
        "2027-01-13T17:00+00:00, 2027-01-13, 0",
        "2027-06-12T20:00+01:00, 2027-06-11, 0",
        "2027-06-14T08:00+01:00, 2027-06-11, 2",
        // Christmas 2026 is on a Friday, Boxing Day is kept on Monday
        "2026-12-24T18:00+00:00, 2026-12-24, 0",
        "2026-12-27T12:00+00:00, 2026-12-24, 2",
        "2026-12-29T09:00+00:00, 2026-12-24, 4",
        "2027-01-01T12:00+00:00, 2026-12-31, 0",
        // the clocks go forward on Easter Sunday 2027
        "2027-03-26T12:00+00:00, 2027-03-25, 0",
        "2027-03-29T12:00+01:00, 2027-03-25, 3",
        "2028-02-29T18:00+00:00, 2028-02-29, 0",
    })
    void ends_with_the_last_working_day_that_is_over(ZonedDateTime now, LocalDate last, int daysOff) {
        Instant moment = now.toInstant();
        clock.moveTo(moment);

        assertThat(days.lastDay()).isEqualTo(last);
        assertThat(days.daysOffSince())
                .hasSize(daysOff)
                .allSatisfy(
                        day -> assertThat(day).isAfter(last).isBefore(LocalDate.ofInstant(moment, WorkingDays.LONDON)));
    }
}
