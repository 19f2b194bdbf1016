package org.commonground.conversation.reach;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** The last attempt to reach the person had no answer either. */
public record PersonNotReached(UUID id, UUID referral, By actor) implements DomainEvent {

    static PersonNotReached by(Actor actor, ReferralId referral) {
        return new PersonNotReached(Ids.next(), referral.value(), actor.by());
    }
}
