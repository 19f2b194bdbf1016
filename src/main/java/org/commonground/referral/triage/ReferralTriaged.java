package org.commonground.referral.triage;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** How soon the person should be reached has been settled. */
public record ReferralTriaged(UUID id, UUID referral, By actor) implements DomainEvent {

    public static ReferralTriaged by(Actor actor, ReferralId referral) {
        return new ReferralTriaged(Ids.next(), referral.value(), actor.by());
    }
}
