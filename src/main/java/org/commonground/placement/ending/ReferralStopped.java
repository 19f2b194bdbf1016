package org.commonground.placement.ending;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/**
 * A referral was stopped: its places are given back, its placements have ended, nothing that was meant for the person
 * goes out any more, and it is closed. The reason is a {@link StopReason} word.
 */
public record ReferralStopped(UUID id, UUID referral, By actor, StopReason why) implements DomainEvent {

    static ReferralStopped of(ReferralId referral, StopReason why, Actor actor) {
        return new ReferralStopped(Ids.next(), referral.value(), actor.by(), why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
