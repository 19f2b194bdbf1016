package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The organisers are reminded of an offer that still waits. The subject is the placement. */
public record OfferReminded(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static OfferReminded of(Placement placement, Actor actor) {
        return new OfferReminded(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
