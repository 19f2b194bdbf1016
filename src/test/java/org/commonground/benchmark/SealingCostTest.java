package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.commonground.platform.Ids;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it costs to seal and open a value, of which a whole referral has some hundreds; printed, and held to be small. */
@CommonGroundTest
class SealingCostTest {

    private static final int VALUES = 20_000;
    private static final int ROUNDS = 8;
    /** A referral takes hundreds of milliseconds of work, and opens less than a thousand values. */
    private static final double MOST_MICROSECONDS = 100;

    @Autowired
    Keys keys;

    @Test
    void a_value_is_sealed_and_opened_in_microseconds() {
        SubjectKey key = keys.make(Ids.next());
        Narrative note = new Narrative("She would like to sing again, and to walk there with somebody the first time.");
        List<byte[]> sealed = new ArrayList<>(VALUES);
        double seal = best(() -> {
            sealed.clear();
            for (int i = 0; i < VALUES; i++) {
                sealed.add(PersonalCodec.seal(key, note));
            }
            return sealed.size();
        });
        double open = best(() -> {
            int letters = 0;
            for (byte[] value : sealed) {
                letters += PersonalCodec.open(key, value, Narrative::new).text().length();
            }
            return letters;
        });
        System.out.printf(
                "A note of %d letters: sealed in %.1f µs, opened in %.1f µs%n",
                note.text().length(), seal, open);

        assertThat(seal).isLessThan(MOST_MICROSECONDS);
        assertThat(open).isLessThan(MOST_MICROSECONDS);
    }

    /** Microseconds a value in the best round, when everything is compiled. */
    private static double best(Supplier<Integer> round) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            assertThat(round.get()).isPositive();
            best = Math.min(best, (System.nanoTime() - begun) / 1_000.0 / VALUES);
        }
        return best;
    }
}
