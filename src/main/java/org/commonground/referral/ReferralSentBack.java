package org.commonground.referral;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A referral goes back to the practice; the reason is coded.
 *
 * @param interrupts whether it was decided beside the process, which has to hear of it; else the process goes on to it by
 *     itself
 */
public record ReferralSentBack(UUID id, UUID referral, SentBackReason sentBackFor, boolean interrupts, By actor)
        implements DomainEvent {

    public static ReferralSentBack by(Actor actor, ReferralId referral, SentBackReason reason, boolean interrupts) {
        return new ReferralSentBack(Ids.next(), referral.value(), reason, interrupts, actor.by());
    }

    @Override
    public String reason() {
        return sentBackFor.word();
    }
}
