package org.commonground.placement.choice;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * A group was chosen that does not match, or one that fits less well than another. The subject is the referral, the
 * reason an {@link OverrideReason} word.
 */
public record MatchOverridden(UUID id, UUID referral, By actor, OverrideReason why) implements DomainEvent {

    static MatchOverridden of(ReferralId referral, OverrideReason why, Actor actor) {
        return new MatchOverridden(Ids.next(), referral.value(), actor.by(), why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
