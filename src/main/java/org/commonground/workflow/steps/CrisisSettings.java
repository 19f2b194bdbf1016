package org.commonground.workflow.steps;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon somebody hears of a crisis ({@code commonground.due.*}): the installation's, so that nobody in a crisis waits
 * longer in one neighbourhood than in another.
 *
 * @param crisisToLead how long after a crisis was declared the team's lead hears that nobody at the practice has
 *     confirmed, on any day and at any hour
 * @param crisisToSupervisors the same for the clinical supervisor, the safeguarding lead and the deputy
 */
@Validated
@ConfigurationProperties("commonground.due")
record CrisisSettings(
        @DefaultValue("1h") @NotNull Duration crisisToLead,
        @DefaultValue("2h") @NotNull Duration crisisToSupervisors) {}
