package org.commonground.conversation.reach;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Somebody looked for another way to tell a person a last time; the reason says what they found. */
public record AnotherWayFound(UUID id, UUID referral, AnotherWay way, By actor) implements DomainEvent {

    static AnotherWayFound by(Actor actor, ReferralId referral, AnotherWay way) {
        return new AnotherWayFound(Ids.next(), referral.value(), way, actor.by());
    }

    @Override
    public String reason() {
        return way.word();
    }
}
