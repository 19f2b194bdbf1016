package org.commonground.referral.details;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.person.Way;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** A way of reaching the person was corrected; the reason is its word. */
public record ContactChanged(UUID id, UUID referral, Way way, By actor) implements DomainEvent {

    public static ContactChanged by(Actor actor, ReferralId referral, Way way) {
        return new ContactChanged(Ids.next(), referral.value(), way, actor.by());
    }

    @Override
    public String reason() {
        return way.word();
    }
}
