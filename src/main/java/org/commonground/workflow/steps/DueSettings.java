package org.commonground.workflow.steps;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon things are due: {@code commonground.due.*}, in working days.
 *
 * @param routineContact until the first attempt to reach a person
 * @param urgentContact the same, where it is urgent
 * @param phoneOrganiser until an organiser who has not answered an offer is phoned
 */
@Validated
@ConfigurationProperties("commonground.due")
public record DueSettings(
        @DefaultValue("5") @Min(1) int routineContact,
        @DefaultValue("1") @Min(0) int urgentContact,
        @DefaultValue("9") @Min(1) int phoneOrganiser) {}
