package org.commonground.conversation.notebook;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Something that was agreed has been done. */
public record ActionDone(UUID id, UUID referral, By actor) implements DomainEvent {

    static ActionDone by(Actor actor, ReferralId referral) {
        return new ActionDone(Ids.next(), referral.value(), actor.by());
    }
}
