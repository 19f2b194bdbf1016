package org.commonground.placement;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Other groups are to be chosen for the person, beside what goes on. The subject is the referral. */
public record OthersWanted(UUID id, UUID referral, By actor) implements DomainEvent {

    public static OthersWanted of(ReferralId referral, Actor actor) {
        return new OthersWanted(Ids.next(), referral.value(), actor.by());
    }
}
