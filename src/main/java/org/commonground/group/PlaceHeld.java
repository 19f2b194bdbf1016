package org.commonground.group;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A place is held for a placement while its offer is open. The subject is the placement. */
public record PlaceHeld(UUID id, UUID referral, UUID placement, GroupId group, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return placement;
    }

    @Override
    public UUID groupId() {
        return group.value();
    }
}
