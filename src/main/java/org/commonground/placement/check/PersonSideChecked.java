package org.commonground.placement.check;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A link worker signed the person's side of the safety check. The subject is the placement. */
public record PersonSideChecked(UUID id, UUID referral, UUID subject, UUID groupId, By actor) implements DomainEvent {

    static PersonSideChecked of(Placement placement, Actor actor) {
        return new PersonSideChecked(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by());
    }
}
