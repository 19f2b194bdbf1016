package org.commonground.placement.check;

import jakarta.validation.constraints.NotNull;
import org.commonground.placement.Verdict;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * Whether a group may be asked although the person's side leaves a question open.
 *
 * @param verdict go ahead, or not this group
 * @param reason why, in the clinical supervisor's words
 */
public record GiveSecondOpinion(
        @NotNull(message = "Say whether the group may be asked")
        Verdict verdict,

        @NotNull(message = "Give your reason") @Written(upTo = 2000)
        Narrative reason) {

    public void requireWhole() {
        new Problems()
                .need(
                        verdict != Verdict.SECOND_OPINION,
                        "verdict",
                        "Say go ahead, or not this group: this is the second opinion")
                .refuseIfWrong();
    }
}
