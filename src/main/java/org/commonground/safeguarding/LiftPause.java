package org.commonground.safeguarding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.commonground.platform.personal.Personal;

/**
 * The safeguarding lead lets a paused referral go on.
 *
 * @param reason why it is safe to go on, in the lead's words
 */
public record LiftPause(
        @NotBlank(message = "Say why it is safe to go on")
        @Size(max = 4000, message = "The reason must be 4,000 characters or less")
        String reason) {

    @Override
    public String toString() {
        return "LiftPause[reason=" + Personal.HIDDEN + "]";
    }
}
