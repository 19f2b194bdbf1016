package org.commonground.placement.firstsession;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The person said yes to the group: a first session is planned. The subject is the placement. */
public record PersonSaidYes(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static PersonSaidYes of(Placement placement, Actor actor) {
        return new PersonSaidYes(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
