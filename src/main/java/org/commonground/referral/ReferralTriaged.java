package org.commonground.referral;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;

/** How soon the person should be reached has been settled. */
public record ReferralTriaged(UUID id, UUID referral, String actor) implements DomainEvent {

    static ReferralTriaged by(Actor actor, ReferralId referral) {
        return new ReferralTriaged(Ids.next(), referral.value(), actor.role());
    }
}
