package org.commonground.placement;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.commonground.platform.personal.Personal;

/**
 * Whether a group may be asked although the person's side leaves a question open.
 *
 * @param verdict go ahead, or not this group
 * @param reason why, in the clinical supervisor's words
 */
public record GiveSecondOpinion(
        @NotNull(message = "Say whether the group may be asked")
        Verdict verdict,

        @NotBlank(message = "Give your reason") @Size(max = 2000, message = "Use at most 2,000 characters")
        String reason) {

    @AssertTrue(message = "Go ahead, or not this group: this is the second opinion")
    boolean isDecided() {
        return verdict != Verdict.SECOND_OPINION;
    }

    @Override
    public String toString() {
        return "GiveSecondOpinion[verdict=" + verdict + ", reason=" + Personal.HIDDEN + "]";
    }
}
