package org.commonground.web.referral;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** Somebody has opened the referral's page. */
record ReferralLookedAt(UUID id, UUID referral, String actor) implements DomainEvent {

    static ReferralLookedAt by(Actor actor, ReferralId referral) {
        return new ReferralLookedAt(Ids.next(), referral.value(), actor.role());
    }

    /** Null: a look changes nothing, so it must never count as the newest thing that happened to the referral. */
    @Override
    public UUID subject() {
        return null;
    }
}
