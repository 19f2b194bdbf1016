package org.commonground.placement.choice;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** No group suits the person: an unmet need. The reason is a {@link NoGroupReason} word. */
public record NoSuitableGroup(UUID id, UUID referral, By actor, NoGroupReason why) implements DomainEvent {

    static NoSuitableGroup of(ReferralId referral, NoGroupReason why, Actor actor) {
        return new NoSuitableGroup(Ids.next(), referral.value(), actor.by(), why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
