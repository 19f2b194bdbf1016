package org.commonground.referral.duplicate;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Another request about the same person was added to this referral. */
public record RequestJoined(UUID id, UUID referral, By actor) implements DomainEvent {

    static RequestJoined by(Actor actor, ReferralId referral) {
        return new RequestJoined(Ids.next(), referral.value(), actor.by());
    }
}
