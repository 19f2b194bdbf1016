package org.commonground.conversation.reach;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are reached: {@code commonground.contact.*}.
 *
 * @param attempts how many times we try before we write a last time
 * @param ways by how many ways at least, as far as there are so many safe ones
 * @param daysApart working days between two attempts, unless the link worker chooses another day
 * @param replyWithin working days after the last letter, until a referral is closed as not reached
 */
@Validated
@ConfigurationProperties("commonground.contact")
public record ContactSettings(
        @DefaultValue("3") @Min(1) @Max(10) int attempts,
        @DefaultValue("2") @Min(1) @Max(3) int ways,
        @DefaultValue("3") @Min(1) @Max(20) int daysApart,
        @DefaultValue("10") @Min(1) @Max(60) int replyWithin) {}
