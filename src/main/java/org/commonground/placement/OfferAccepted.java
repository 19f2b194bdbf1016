package org.commonground.placement;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;

/** A group said yes. The subject is the placement; a reason is the word of an {@link Answer} that is no plain yes. */
public record OfferAccepted(UUID id, UUID referral, UUID subject, String actor, Answer answer) implements DomainEvent {

    static OfferAccepted of(Placement placement, Answer answer, Actor actor) {
        return new OfferAccepted(
                Ids.next(), placement.referral().value(), placement.id().value(), actor.role(), answer);
    }

    @Override
    public String reason() {
        return answer == Answer.ACCEPTED ? null : answer.word();
    }
}
