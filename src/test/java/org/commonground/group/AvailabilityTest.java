package org.commonground.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {

    @ParameterizedTest(name = "{0} places, {1} new a month, {2} offers; {3} held, {4} taken, {5} new: {6}")
    @CsvSource(nullValues = "-", textBlock = """
        8, 3, 2,  0, 0, 0,  -
        8, 3, 2,  1, 5, 1,  -
        8, 9, 9,  1, 7, 0,  PLACES
        8, 9, 9,  0, 8, 8,  PLACES
        8, 3, 9,  1, 4, 2,  NEW_PEOPLE
        8, 3, 9,  0, 4, 3,  NEW_PEOPLE
        8, 9, 2,  2, 0, 0,  OFFERS
        1, 1, 1,  1, 0, 0,  PLACES""")
    void saysWhatThereIsNoneOf(
            int places, int month, int offers, int held, int taken, int newThisMonth, GroupFull.Of full) {
        Capacity capacity = new Capacity(places, month, offers);
        Availability availability = new Availability(GroupId.next(), capacity, held, taken, newThisMonth);

        assertThat(availability.full().orElse(null)).isEqualTo(full);
    }
}
