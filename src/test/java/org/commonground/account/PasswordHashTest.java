package org.commonground.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Other tests hash with less work: this one sees to what the application does. */
class PasswordHashTest {

    @Test
    void passwords_are_hashed_with_enough_work() {
        String hash = new AccountConfiguration().passwordEncoder().encode("a long password");

        assertThat(hash).matches("\\{bcrypt}\\$2[aby]\\$1\\d\\$.+");
    }
}
