package org.commonground.conversation;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** The person is not ready, and may be asked again: said when reached, or when we talked. */
public record PersonNotReady(UUID id, UUID referral, By actor) implements DomainEvent {

    public static PersonNotReady by(Actor actor, ReferralId referral) {
        return new PersonNotReady(Ids.next(), referral.value(), actor.by());
    }
}
