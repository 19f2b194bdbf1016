package org.commonground.group;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A group takes nobody any more, from today. Whoever it concerns is told one by one. The reason is a {@link
 * ClosureReason} word.
 */
public record GroupClosed(UUID id, GroupId group, ClosureReason why, By actor) implements DomainEvent {

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
        return why.word();
    }

    @Override
    public UUID groupId() {
        return group.value();
    }
}
