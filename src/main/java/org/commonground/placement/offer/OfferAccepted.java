package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A group said yes. The subject is the placement; a reason is the word of an {@link OfferAnswer} that is no plain yes. */
public record OfferAccepted(UUID id, UUID referral, UUID subject, UUID groupId, By actor, OfferAnswer answer)
        implements DomainEvent {

    static OfferAccepted of(Placement placement, OfferAnswer answer, Actor actor) {
        return new OfferAccepted(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by(),
                answer);
    }

    @Override
    public String reason() {
        return answer == OfferAnswer.ACCEPTED ? null : answer.word();
    }
}
