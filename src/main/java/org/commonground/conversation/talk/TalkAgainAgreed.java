package org.commonground.conversation.talk;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** We have talked, and agreed when and where we talk again. */
public record TalkAgainAgreed(UUID id, UUID referral, By actor) implements DomainEvent {

    static TalkAgainAgreed by(Actor actor, ReferralId referral) {
        return new TalkAgainAgreed(Ids.next(), referral.value(), actor.by());
    }
}
