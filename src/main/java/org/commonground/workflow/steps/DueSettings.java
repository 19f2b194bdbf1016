package org.commonground.workflow.steps;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon things are due: {@code commonground.due.*}, in working days unless it is said otherwise.
 *
 * @param routineContact until the first attempt to reach a person
 * @param urgentContact the same, where it is urgent
 * @param phoneOrganiser until an organiser who has not answered an offer is phoned
 * @param crisisToLead how long after a crisis was declared the team's lead hears that nobody at the practice has
 *     confirmed, on any day and at any hour
 * @param crisisToSupervisors the same for the clinical supervisor, the safeguarding lead and the deputy
 */
@Validated
@ConfigurationProperties("commonground.due")
public record DueSettings(
        @DefaultValue("5") @Min(1) int routineContact,
        @DefaultValue("1") @Min(0) int urgentContact,
        @DefaultValue("9") @Min(1) int phoneOrganiser,
        @DefaultValue("1h") @NotNull Duration crisisToLead,
        @DefaultValue("2h") @NotNull Duration crisisToSupervisors) {}
