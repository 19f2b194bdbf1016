package org.commonground.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.GroupId;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        CHOSEN                | CHOOSING
        ENDED                 | CHOOSING
        OFFERED CHOSEN        | OFFERED
        ACCEPTED ENDED        | OFFERED
        AGREED OFFERED        | PLACED
        OFFERED AGREED        | PLACED
        ATTENDED AGREED       | FOLLOWING_UP
        ENDED ATTENDED ENDED  | FOLLOWING_UP""")
    void theFarthestPlacementSays(String states, Standing standing) {
        assertThat(Standings.of(Stream.of(states.split(" "))
                        .map(PlacementState::valueOf)
                        .map(StandingsTest::placement)
                        .toList()))
                .isEqualTo(standing);
    }

    private static Placement placement(PlacementState state) {
        return new Placement(
                PlacementId.next(),
                ReferralId.next(),
                NeighbourhoodId.next(),
                GroupId.next(),
                1,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
