package org.commonground.referral;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;

/** Somebody looked at an open referral that may be about the same person, and keeps the two apart. */
public record ReferralKeptApart(UUID id, UUID referral, String actor) implements DomainEvent {

    static ReferralKeptApart by(Actor actor, ReferralId referral) {
        return new ReferralKeptApart(Ids.next(), referral.value(), actor.role());
    }
}
