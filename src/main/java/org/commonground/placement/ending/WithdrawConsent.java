package org.commonground.placement.ending;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.commonground.group.GroupId;
import org.commonground.referral.ReferralId;
import org.commonground.referral.consent.Purpose;

/**
 * The person takes back one consent, and the referral goes on. Consent to be referred at all is taken back by {@link
 * StopReferral}.
 *
 * @param group for {@link Purpose#SHARE_WITH_GROUP} alone, else null
 */
public record WithdrawConsent(
        @NotNull ReferralId referral,

        @NotNull(message = "Choose what the person no longer agrees to")
        Purpose purpose,

        GroupId group) {

    @AssertTrue(message = "Choose what the person no longer agrees to")
    boolean isPurpose() {
        return purpose != Purpose.REFER && (purpose == Purpose.SHARE_WITH_GROUP) == (group != null);
    }
}
