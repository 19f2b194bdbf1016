package org.commonground.referral;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A referral has ended; the reason is its outcome's word. */
public record ReferralClosed(UUID id, UUID referral, Outcome outcome, By actor) implements DomainEvent {

    static ReferralClosed by(Actor actor, ReferralId referral, Outcome outcome) {
        return new ReferralClosed(Ids.next(), referral.value(), outcome, actor.by());
    }

    @Override
    public String reason() {
        return outcome.word();
    }
}
