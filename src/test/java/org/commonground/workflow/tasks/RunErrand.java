package org.commonground.workflow.tasks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What the test model's form may submit. */
record RunErrand(
        @NotNull(message = "Say how many") @Max(value = 10, message = "must be at most 10")
        Integer count,

        String note,
        List<String> things) {}
