package org.commonground.correspondence.outbox;

import jakarta.validation.constraints.NotNull;

/** Whether the person was told by phone. */
public record CallPerson(
        @NotNull(message = "Say whether you told them") Told told) {}
