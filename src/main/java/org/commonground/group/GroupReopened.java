package org.commonground.group;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A group that was closed or suspended takes people again, or its closing was called off.
 */
public record GroupReopened(UUID id, GroupId group, By actor) implements DomainEvent {

    /** None: it concerns many. */
    @Override
    public UUID referral() {
        return null;
    }

    @Override
    public UUID subject() {
        return group.value();
    }

    @Override
    public String reason() {
        return null;
    }

    @Override
    public UUID groupId() {
        return group.value();
    }
}
