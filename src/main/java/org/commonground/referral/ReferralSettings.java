package org.commonground.referral;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who the service is for: {@code commonground.referral.*}.
 *
 * @param youngestAge in years, on the day the referral comes, in London; whoever is younger goes back to the practice
 */
@Validated
@ConfigurationProperties("commonground.referral")
public record ReferralSettings(@DefaultValue("18") @Min(0) int youngestAge) {}
