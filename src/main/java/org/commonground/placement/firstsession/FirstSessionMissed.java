package org.commonground.placement.firstsession;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The person did not come to the first session. The subject is the placement. */
public record FirstSessionMissed(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static FirstSessionMissed of(Placement placement, Actor actor) {
        return new FirstSessionMissed(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
