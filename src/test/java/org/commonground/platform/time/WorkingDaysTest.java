package org.commonground.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.commonground.testing.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays(AsOf.clock(), List.of());

    @ParameterizedTest
    @CsvSource({
        // Monday to Thursday, and the same from the Saturday before
        "2027-11-01, 2027-11-04, 3",
        "2027-10-30, 2027-11-04, 3",
        "2027-10-30, 2027-11-01, 0",
        "2027-10-30, 2027-10-31, 0",
        "2027-10-29, 2027-11-01, 1",
        "2027-11-04, 2027-11-04, 0",
        "2027-11-04, 2027-11-01, 0",
        // over Christmas 2026: Friday, and Monday instead of Saturday
        "2026-12-24, 2026-12-29, 1",
        "2026-12-24, 2026-12-28, 0",
    })
    void between_counts_what_after_goes(LocalDate first, LocalDate last, int number) {
        assertThat(days.between(first, last)).isEqualTo(number);
    }

    @Test
    void after_comes_to_the_last_day_that_between_counted_to_from_any_day_of_a_year() {
        LocalDate today = AsOf.today();
        today.datesUntil(today.plusYears(1)).forEach(first -> {
            LocalDate last = days.after(first, 8);
            assertThat(days.between(first, last)).as("from " + first).isEqualTo(8);
        });
    }
}
