package org.commonground.placement.waiting;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** There was no place, and the person waits for one. The subject is the placement. */
public record WaitingListJoined(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    public static WaitingListJoined of(Placement placement, Actor actor) {
        return new WaitingListJoined(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
