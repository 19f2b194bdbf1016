package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A group's organisers are asked: a place is held, and the offer is open. The subject is the placement. */
public record OfferMade(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    public static OfferMade of(Placement placement, Actor actor) {
        return new OfferMade(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
