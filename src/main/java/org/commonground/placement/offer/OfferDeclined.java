package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A group said no. The subject is the placement, the reason a {@link DeclineReason} word. */
public record OfferDeclined(UUID id, UUID referral, UUID subject, UUID groupId, By actor, DeclineReason why)
        implements DomainEvent {

    static OfferDeclined of(Placement placement, DeclineReason why, Actor actor) {
        return new OfferDeclined(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by(),
                why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
