package org.commonground.referral.death;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * A death was recorded, in another referral, for somebody with the NHS number of this one's person. It says nothing of
 * where, and by whom.
 */
public record DeathHeardOf(UUID id, UUID referral) implements DomainEvent {

    static DeathHeardOf of(ReferralId referral) {
        return new DeathHeardOf(Ids.next(), referral.value());
    }

    @Override
    public By actor() {
        return Actor.SYSTEM.by();
    }
}
