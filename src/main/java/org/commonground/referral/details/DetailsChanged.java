package org.commonground.referral.details;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Something about the person was changed; the reason is what, never from which value or to which. */
public record DetailsChanged(UUID id, UUID referral, Detail detail, By actor) implements DomainEvent {

    static DetailsChanged by(Actor actor, ReferralId referral, Detail detail) {
        return new DetailsChanged(Ids.next(), referral.value(), detail, actor.by());
    }

    @Override
    public String reason() {
        return detail.word();
    }
}
