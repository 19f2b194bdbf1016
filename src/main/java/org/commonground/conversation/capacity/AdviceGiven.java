package org.commonground.conversation.capacity;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** A clinical supervisor has advised who decides for or with the person; the reason says what. */
public record AdviceGiven(UUID id, UUID referral, CapacityAdvice advice, By actor) implements DomainEvent {

    static AdviceGiven by(Actor actor, ReferralId referral, CapacityAdvice advice) {
        return new AdviceGiven(Ids.next(), referral.value(), advice, actor.by());
    }

    @Override
    public String reason() {
        return advice.word();
    }
}
