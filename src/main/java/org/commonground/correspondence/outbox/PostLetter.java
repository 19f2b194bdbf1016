package org.commonground.correspondence.outbox;

import jakarta.validation.constraints.NotNull;

/** Whether a letter to the person was posted. */
public record PostLetter(
        @NotNull(message = "Say whether you posted it") Told told) {}
