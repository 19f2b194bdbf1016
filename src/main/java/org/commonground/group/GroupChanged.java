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
 * @param number how many places it has from then on: what it was before can be told from no other row
 */
public record GroupChanged(UUID id, UUID subject, String reason, Integer number, By actor) implements DomainEvent {

    static GroupChanged of(GroupId group, String reason, int places, Actor actor) {
        return new GroupChanged(Ids.next(), group.value(), reason, places, actor.by());
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
