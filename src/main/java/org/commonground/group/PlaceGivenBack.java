package org.commonground.group;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A held or taken place is free again. The subject is the placement; the reason is a {@link GivenBack} word. */
public record PlaceGivenBack(UUID id, UUID referral, UUID placement, GroupId group, By actor, GivenBack why)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return placement;
    }

    @Override
    public String reason() {
        return why.word();
    }

    @Override
    public UUID groupId() {
        return group.value();
    }
}
