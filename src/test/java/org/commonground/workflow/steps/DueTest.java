package org.commonground.workflow.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.commonground.platform.time.MovableClock;
import org.commonground.platform.time.WorkingDays;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Here;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Due dates are ends of working days in London, whatever the day and the season. */
@CommonGroundTest
class DueTest {

    @Autowired
    BeanFactory context;

    @Autowired
    Due due;

    @Autowired
    MovableClock clock;

    @Test
    void counts_working_days_over_weekends_and_bank_holidays() {
        String here = Here.in(context).toString();
        // the Thursday before Easter 2027: Good Friday and Easter Monday are bank holidays
        now("2027-03-25T10:00");
        assertThat(due.firstContact(here, "urgent")).isEqualTo(london("2027-03-30T17:00"));
        assertThat(due.firstContact(here, "routine")).isEqualTo(london("2027-04-05T17:00"));
        assertThat(due.workingDays(3)).isEqualTo(london("2027-04-01T17:00"));
    }

    @Test
    void today_ends_at_five_in_the_afternoon_in_winter_and_in_summer() {
        now("2027-01-12T09:00");
        assertThat(due.endOfToday()).isEqualTo(Date.from(Instant.parse("2027-01-12T17:00:00Z")));
        now("2027-07-13T09:00");
        assertThat(due.endOfToday()).isEqualTo(Date.from(Instant.parse("2027-07-13T16:00:00Z")));
    }

    /** A concern raised in the evening comes to the deputy at once, one raised on Saturday at the end of Monday. */
    @Test
    void the_end_of_a_day_that_is_over_is_past_and_a_day_off_ends_with_the_next_working_day() {
        now("2027-01-12T18:30");
        assertThat(due.endOfToday()).isEqualTo(london("2027-01-12T17:00"));
        now("2027-01-16T10:00");
        assertThat(due.endOfToday()).isEqualTo(london("2027-01-18T17:00"));
    }

    @Test
    void what_is_planned_for_a_day_comes_at_nine_in_the_morning() {
        assertThat(Due.startOf(LocalDate.of(2027, 7, 13))).isEqualTo(london("2027-07-13T09:00"));
    }

    private void now(String london) {
        clock.moveTo(london(london).toInstant());
    }

    private static Date london(String moment) {
        return Date.from(LocalDateTime.parse(moment).atZone(WorkingDays.LONDON).toInstant());
    }
}
