package org.commonground.placement.waiting;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A freed place is held for the person who waits, and they are asked. The subject is the placement. */
public record PlaceFreed(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static PlaceFreed of(Placement placement, Actor actor) {
        return new PlaceFreed(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
