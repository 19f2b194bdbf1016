package org.commonground.group;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A group takes nobody any more.
 *
 * @param from the first day on which it holds; today or before means at once
 */
public record CloseGroup(
        @NotNull GroupId group,

        @NotNull(message = "Choose whether the group is closed or suspended")
        ClosureKind kind,

        @NotNull(message = "Choose the reason") ClosureReason reason,

        @NotNull(message = "Give the day from which the group takes nobody")
        LocalDate from) {}
