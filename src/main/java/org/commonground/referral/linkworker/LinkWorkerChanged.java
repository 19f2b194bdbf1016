package org.commonground.referral.linkworker;

import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Somebody else looks after the person from now on, or nobody in particular. */
public record LinkWorkerChanged(UUID id, UUID referral, By actor, KeptBecause why) implements DomainEvent {

    static LinkWorkerChanged by(By actor, ReferralId referral, KeptBecause why) {
        return new LinkWorkerChanged(Ids.next(), referral.value(), actor, why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
