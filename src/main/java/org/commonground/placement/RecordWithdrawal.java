package org.commonground.placement;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.referral.ReferralId;

/**
 * Somebody told us that a referral must not go on.
 *
 * @param told who told us
 * @param how how we were told
 * @param narrative what was said; may be empty
 */
public record RecordWithdrawal(
        @NotNull ReferralId referral,

        @NotNull(message = "Choose why the referral is withdrawn")
        WithdrawalReason reason,

        @NotNull(message = "Say who told you") ToldBy told,
        @NotNull(message = "Say how you were told") ToldHow how,

        @Written(upTo = 2000) Narrative narrative) {

    void requireWhole() {
        new Answers()
                .needSaid(reason == WithdrawalReason.OTHER, narrative, "narrative", "Say what the other reason is")
                .refuseIfWrong();
    }
}
