package org.commonground.placement.waiting;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * Somebody came off a waiting list by the link worker or the group, while nobody was being asked. The subject is the
 * placement, the reason a {@link StopWaiting} word.
 */
public record WaitingEnded(UUID id, UUID referral, UUID subject, UUID groupId, By actor, StopWaiting why)
        implements DomainEvent {

    static WaitingEnded of(Placement placement, StopWaiting why, Actor actor) {
        return new WaitingEnded(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by(),
                why);
    }

    @Override
    public String reason() {
        return why.word();
    }
}
