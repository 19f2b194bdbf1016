package org.commonground.placement.waiting;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The person still wants the place that came free. The subject is the placement. */
public record StillWanted(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static StillWanted of(Placement placement, Actor actor) {
        return new StillWanted(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
