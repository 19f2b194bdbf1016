package org.commonground.placement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.commonground.platform.personal.Personal;
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

        @Size(max = 2000, message = "Use at most 2,000 characters")
        String narrative) {

    void requireWhole() {
        new Answers()
                .needText(reason == WithdrawalReason.OTHER, narrative, "narrative", "Say what the other reason is")
                .refuseIfWrong();
    }

    @Override
    public String toString() {
        return "RecordWithdrawal[" + referral + ", " + Personal.HIDDEN + "]";
    }
}
