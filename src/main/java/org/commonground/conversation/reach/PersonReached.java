package org.commonground.conversation.reach;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** The person was reached, and we have agreed when and where to talk. */
public record PersonReached(UUID id, UUID referral, By actor) implements DomainEvent {

    static PersonReached by(Actor actor, ReferralId referral) {
        return new PersonReached(Ids.next(), referral.value(), actor.by());
    }
}
