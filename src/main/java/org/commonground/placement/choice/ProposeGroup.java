package org.commonground.placement.choice;

import jakarta.validation.constraints.NotNull;
import org.commonground.group.GroupId;

/** The person would like to try a group, and says so between two choices. */
public record ProposeGroup(
        @NotNull(message = "Choose a group") GroupId group) {}
