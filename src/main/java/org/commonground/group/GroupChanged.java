package org.commonground.group;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A group joined the directory, or what is known about it changed.
 *
 * @param reason what: {@code created}, {@code changed}
 */
public record GroupChanged(UUID id, UUID subject, String reason, By actor) implements DomainEvent {

    static GroupChanged of(GroupId group, String reason, Actor actor) {
        return new GroupChanged(Ids.next(), group.value(), reason, actor.by());
    }

    /** Always null: a group belongs to no one referral. */
    @Override
    public UUID referral() {
        return null;
    }

    @Override
    public UUID groupId() {
        return subject;
    }
}
