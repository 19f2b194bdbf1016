package org.commonground.neighbourhood;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How people are reached, where a neighbourhood has no numbers of its own; meanings are those of {@link Numbers}. */
@ConfigurationProperties("commonground.contact")
record ContactSettings(
        @DefaultValue("3") int attempts,
        @DefaultValue("2") int ways,
        @DefaultValue("3") int daysApart,
        @DefaultValue("10") int replyWithin) {}
