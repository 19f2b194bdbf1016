package org.commonground.placement;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * A referral was withdrawn: its places are given back, its placements have ended and it is closed. The reason is a
 * {@link WithdrawalReason} word.
 */
public record ReferralWithdrawn(UUID id, UUID referral, String actor, WithdrawalReason why) implements DomainEvent {

    static ReferralWithdrawn of(ReferralId referral, WithdrawalReason why, Actor actor) {
        return new ReferralWithdrawn(Ids.next(), referral.value(), actor.role(), why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
