package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonground.benchmark.Referring.Recorded;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.TestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What one referral costs the database, counted: that holds on any machine, however busy it is. How many go their way in
 * a second is {@link WholeReferralIT}'s to measure.
 */
@CommonGroundTest
class OneReferralTest {

    private static final int COUNTED = 3;

    @Autowired
    BeanFactory context;

    private Referring referring;

    @BeforeEach
    void log_only_what_is_written() throws Exception {
        referring = new Referring(context, TestData.forThisJvm());
        referring.server().logOnlyWhatIsWritten();
    }

    @AfterEach
    void as_usual() {
        referring.server().asUsual();
    }

    @Test
    void costs_no_more_than_is_kept() throws Exception {
        // the first one of all finds nothing remembered
        referring.record(1);
        Recorded recorded = referring.record(COUNTED);

        OneReferral one = recorded.each();
        assertThat(one.above(OneReferral.kept()))
                .as(
                        "What one referral costs has risen. If it must, change src/test/resources/%s in the same commit"
                                + " and say why there.%nMeasured: %s%nExecuted most often:%n%s",
                        OneReferral.KEPT, one.figures(), String.join("%n".formatted(), recorded.mostOften(20)))
                .isEmpty();
        assertThat(recorded.written().images())
                .as("images of whole pages would be in the figure")
                .isZero();

        assertThat(referring.writtenByReplay(recorded))
                .as("what is replayed writes the same rows")
                .satisfies(again -> assertThat(again.inserted())
                        .isEqualTo(recorded.written().inserted()))
                .satisfies(again ->
                        assertThat(again.updated()).isEqualTo(recorded.written().updated()))
                .satisfies(again ->
                        assertThat(again.deleted()).isEqualTo(recorded.written().deleted()));
    }
}
