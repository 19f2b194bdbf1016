package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Nobody answered an offer in time. The subject is the placement. */
public record OfferLapsed(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    public static OfferLapsed of(Placement placement, Actor actor) {
        return new OfferLapsed(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
