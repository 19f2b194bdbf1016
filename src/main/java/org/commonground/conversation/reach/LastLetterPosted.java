package org.commonground.conversation.reach;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;
import org.commonground.referral.ReferralId;

/** The last letter to a person we could not reach was posted, or could not be; the reason says which. */
public record LastLetterPosted(UUID id, UUID referral, LetterPosted posted, By actor) implements DomainEvent {

    static LastLetterPosted by(Actor actor, ReferralId referral, LetterPosted posted) {
        return new LastLetterPosted(Ids.next(), referral.value(), posted, actor.by());
    }

    @Override
    public String reason() {
        return posted.word();
    }
}
