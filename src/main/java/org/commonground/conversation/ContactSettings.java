package org.commonground.conversation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are reached: {@code commonground.contact.*}.
 *
 * @param attempts how many times we try before a referral is closed as not reached
 * @param daysApart working days between two attempts, unless the link worker chooses another day
 */
@Validated
@ConfigurationProperties("commonground.contact")
public record ContactSettings(
        @DefaultValue("3") @Min(1) @Max(10) int attempts,
        @DefaultValue("3") @Min(1) @Max(20) int daysApart) {}
