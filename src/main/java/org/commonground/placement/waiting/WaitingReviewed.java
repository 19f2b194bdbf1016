package org.commonground.placement.waiting;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The person was asked whether they go on waiting, and stays. The subject is the placement. */
public record WaitingReviewed(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static WaitingReviewed of(Placement placement, Actor actor) {
        return new WaitingReviewed(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
