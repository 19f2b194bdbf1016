package org.commonground.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {

    private static final Instant SUMMER = Instant.parse("2026-07-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "christmas-eve, 2026-11-30, 2026-12-24T18:00",
        "christmas-eve, 2026-12-24, 2027-12-24T18:00",
        "maundy-thursday, 2026-11-30, 2027-03-25T16:00",
        "before-clocks-go-forward, 2026-11-30, 2027-03-27T20:00",
        "before-clocks-go-back, 2026-11-30, 2027-10-30T20:00",
        "before-leap-day, 2026-11-30, 2028-02-28T10:00",
        // 2100 is no leap year
        "before-leap-day, 2096-02-28, 2104-02-28T10:00",
        "friday-after-work, 2026-11-30, 2026-12-04T17:45",
        "new-years-eve, 2026-12-31, 2027-12-31T22:00",
    })
    void is_the_next_such_moment(String name, LocalDate today, LocalDateTime moment) {
        assertThat(Moment.named(name).orElseThrow().after(today)).isEqualTo(moment);
    }

    @Test
    void the_day_after_maundy_thursday_is_good_friday_every_year() {
        HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        Stream.iterate(LocalDate.of(2026, 1, 1), year -> year.plusYears(1))
                .limit(100)
                .map(Moment.MAUNDY_THURSDAY::after)
                .map(LocalDateTime::toLocalDate)
                .forEach(day -> {
                    assertThat(day).matches(thursday -> !holidays.isHoliday(thursday, "eng"));
                    assertThat(day.plusDays(1)).matches(friday -> holidays.isHoliday(friday, "eng"));
                });
    }

    @Test
    void a_name_or_a_time_in_london_says_how_far_ahead_the_clock_is() {
        assertThat(SUMMER.plus(AsOf.ahead("christmas-eve", SUMMER))).isEqualTo("2026-12-24T18:00:00Z");
        assertThat(SUMMER.plus(AsOf.ahead("2027-06-07T00:05", SUMMER))).isEqualTo("2027-06-06T23:05:00Z");
        assertThat(AsOf.ahead("", SUMMER)).isZero();
        assertThatThrownBy(() -> AsOf.ahead("xmas", SUMMER)).hasMessageContaining("christmas-eve");
    }
}
