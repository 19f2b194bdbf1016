package org.commonground.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.commonground.platform.time.MovableClock;
import org.commonground.testing.AsOf;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final String HERE = "192.0.2.1";

    private final MovableClock clock = AsOf.clock();
    private final SignInThrottle throttle = new SignInThrottle(new SignInSettings(3, 6, Duration.ofMinutes(15)), clock);

    @Test
    void closes_for_a_username_from_one_address_and_opens_after_a_pause() {
        fail("ada", HERE, 3);
        assertThat(throttle.isClosed("ada", HERE)).isTrue();
        assertThat(throttle.isClosed(" ADA ", HERE)).isTrue();
        assertThat(throttle.isClosed("ada", "192.0.2.2")).isFalse();
        assertThat(throttle.isClosed("bob", HERE)).isFalse();
        clock.move(Duration.ofMinutes(15));
        assertThat(throttle.isClosed("ada", HERE)).isFalse();
    }

    @Test
    void closes_for_a_username_from_everywhere_when_many_try() {
        fail("ada", "192.0.2.1", 2);
        fail("ada", "192.0.2.2", 2);
        fail("ada", "192.0.2.3", 2);
        assertThat(throttle.isClosed("ada", "192.0.2.4")).isTrue();
        assertThat(throttle.isClosed("bob", "192.0.2.4")).isFalse();
    }

    @Test
    void a_success_is_forgiven_all() {
        fail("ada", HERE, 2);
        throttle.succeeded("ada", HERE);
        fail("ada", HERE, 2);
        assertThat(throttle.isClosed("ada", HERE)).isFalse();
    }

    @Test
    void a_text_of_any_length_takes_little_room() {
        fail("a".repeat(1_000_000), HERE, 3);
        assertThat(throttle.isClosed("a".repeat(500), HERE)).isTrue();
    }

    private void fail(String username, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(username, address);
        }
    }
}
