package org.commonground.referral.intake;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** A practice's referral is here: its process starts. */
public record ReferralReceived(UUID id, UUID referral, By actor) implements DomainEvent {

    static ReferralReceived by(Actor actor, ReferralId referral) {
        return new ReferralReceived(Ids.next(), referral.value(), actor.by());
    }
}
