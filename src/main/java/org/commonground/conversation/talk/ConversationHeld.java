package org.commonground.conversation.talk;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** We have talked with the person about what matters, and they want to go ahead. */
public record ConversationHeld(UUID id, UUID referral, By actor) implements DomainEvent {

    static ConversationHeld by(Actor actor, ReferralId referral) {
        return new ConversationHeld(Ids.next(), referral.value(), actor.by());
    }
}
