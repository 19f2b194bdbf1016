package org.commonground.neighbourhood;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who the service is for, where a neighbourhood has no number of its own; the meaning is that of {@link Numbers}. */
@ConfigurationProperties("commonground.referral")
record ReferralSettings(@DefaultValue("18") int youngestAge) {}
