package org.commonground.placement.choice;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A person and their link worker chose a group. The subject is the placement. */
public record PlacementChosen(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static PlacementChosen of(Placement placement, Actor actor) {
        return new PlacementChosen(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
