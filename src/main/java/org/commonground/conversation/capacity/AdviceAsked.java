package org.commonground.conversation.capacity;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** A link worker is in doubt whether the person can decide, and asks a clinical supervisor. */
public record AdviceAsked(UUID id, UUID referral, By actor) implements DomainEvent {

    public static AdviceAsked by(Actor actor, ReferralId referral) {
        return new AdviceAsked(Ids.next(), referral.value(), actor.by());
    }
}
