package org.commonground.placement.firstsession;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A person who missed their first session comes on another day. The subject is the placement. */
public record FirstSessionMoved(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static FirstSessionMoved of(Placement placement, Actor actor) {
        return new FirstSessionMoved(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
