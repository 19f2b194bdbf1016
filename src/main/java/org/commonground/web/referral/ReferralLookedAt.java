package org.commonground.web.referral;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * Somebody has looked at a referral.
 *
 * @param account who looked
 * @param what {@code page}, {@code details} or {@code practice}, by what was shown
 */
public record ReferralLookedAt(UUID id, UUID referral, UUID account, String what, By actor) implements DomainEvent {

    public static ReferralLookedAt by(Actor.SignedIn actor, ReferralId referral, String what) {
        return new ReferralLookedAt(
                Ids.next(), referral.value(), actor.account().value(), what, actor.by());
    }

    /** Whoever looked: a look changes nothing, so it must never count as the newest thing that happened to the referral. */
    @Override
    public UUID subject() {
        return account;
    }

    @Override
    public String reason() {
        return what;
    }
}
