package org.commonground.placement.waiting;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Nobody could ask the person in time: the place that was held for them goes to the next. The subject is the placement. */
public record PlacePassedOn(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static PlacePassedOn of(Placement placement, Actor actor) {
        return new PlacePassedOn(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
