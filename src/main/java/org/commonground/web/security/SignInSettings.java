package org.commonground.web.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing in ({@code commonground.sign-in}).
 *
 * @param attempts how many wrong passwords in a row are allowed for one username from one address
 * @param attemptsAnywhere how many are allowed for one username from all addresses together
 * @param pause how long nobody may try after that
 */
@ConfigurationProperties("commonground.sign-in")
record SignInSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("50") int attemptsAnywhere,
        @DefaultValue("15m") Duration pause) {}
