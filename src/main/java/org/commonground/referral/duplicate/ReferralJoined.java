package org.commonground.referral.duplicate;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** It was about the same person as another open referral, which took up what was asked. */
public record ReferralJoined(UUID id, UUID referral, By actor) implements DomainEvent {

    static ReferralJoined by(Actor actor, ReferralId referral) {
        return new ReferralJoined(Ids.next(), referral.value(), actor.by());
    }
}
