package org.commonground.referral.duplicate;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Somebody looked at an open referral that may be about the same person, and keeps the two apart. */
public record ReferralKeptApart(UUID id, UUID referral, By actor) implements DomainEvent {

    static ReferralKeptApart by(Actor actor, ReferralId referral) {
        return new ReferralKeptApart(Ids.next(), referral.value(), actor.by());
    }
}
