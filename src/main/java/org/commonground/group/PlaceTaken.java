package org.commonground.group;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A held place is taken: the group accepted. The subject is the placement. */
public record PlaceTaken(UUID id, UUID referral, UUID placement, GroupId group, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return placement;
    }

    @Override
    public UUID groupId() {
        return group.value();
    }
}
