package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much more than the kept figures one referral may cost. */
class KeptFiguresTest {

    private static final OneReferral KEPT = new OneReferral(1000, 200, 100, 100, 20, 400_000);

    @Test
    void a_tenth_more_and_a_quarter_more_log_are_allowed() {
        assertThat(new OneReferral(1100, 220, 110, 110, 22, 500_000).above(KEPT))
                .isEmpty();
        assertThat(new OneReferral(1, 2, 3, 4, 5, 6).above(KEPT)).isEmpty();
    }

    @Test
    void more_is_not() {
        assertThat(new OneReferral(1101, 200, 100, 100, 20, 400_000).above(KEPT))
                .containsExactly("statements: 1,101, kept 1,000, allowed 1,100");
        assertThat(new OneReferral(1000, 200, 141, 100, 20, 400_000).above(KEPT))
                .containsExactly("rows: 441, kept 400, allowed 440");
        assertThat(new OneReferral(1000, 200, 100, 100, 23, 400_000).above(KEPT))
                .containsExactly("commits: 23, kept 20, allowed 22");
        assertThat(new OneReferral(1000, 200, 100, 100, 20, 500_001).above(KEPT))
                .containsExactly("log.bytes: 500,001, kept 400,000, allowed 500,000");
    }

    @Test
    void the_kept_ones_are_whole() throws Exception {
        assertThat(OneReferral.kept().figures().values()).allMatch(figure -> figure > 0);
    }
}
