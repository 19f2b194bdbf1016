package org.commonground.placement.ending;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;
import org.commonground.referral.ReferralId;

/**
 * Somebody told us that a referral must not go on.
 *
 * @param told who told us
 * @param how how we were told; null where nobody told us
 * @param narrative what was said; may be empty
 */
public record StopReferral(
        @NotNull ReferralId referral,

        @NotNull(message = "Choose why the referral ends") StopReason reason,

        @NotNull(message = "Say who told you") ToldBy told,
        ToldHow how,

        @Written(upTo = 2000) Narrative narrative) {

    public void requireWhole() {
        new Problems()
                .need(told == ToldBy.NOBODY || how != null, "how", "Say how you were told")
                .need(
                        reason != StopReason.DIED || told == ToldBy.NOBODY || told.canTellOfDeath(),
                        "told",
                        "Say who told you of their death")
                .needSaid(reason.mustBeExplained(), narrative, "narrative", "Say what the reason is")
                .refuseIfWrong();
    }
}
