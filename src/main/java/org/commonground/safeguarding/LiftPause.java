package org.commonground.safeguarding;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;

/**
 * The safeguarding lead lets a paused referral go on.
 *
 * @param reason why it is safe to go on, in the lead's words
 */
public record LiftPause(
        @NotNull(message = "Say why it is safe to go on")
        @Written(upTo = 4000, message = "The reason must be 4,000 characters or less")
        Narrative reason) {}
