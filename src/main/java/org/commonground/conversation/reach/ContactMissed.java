package org.commonground.conversation.reach;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Somebody tried to reach the person and there was no answer; they will try again. */
public record ContactMissed(UUID id, UUID referral, By actor) implements DomainEvent {

    static ContactMissed by(Actor actor, ReferralId referral) {
        return new ContactMissed(Ids.next(), referral.value(), actor.by());
    }
}
