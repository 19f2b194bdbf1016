package org.commonground.placement.ending;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Somebody does not go to a group any more. The subject is the placement, the reason a {@link LeftBecause} word. */
public record PersonLeft(UUID id, UUID referral, UUID subject, UUID groupId, By actor, LeftBecause because)
        implements DomainEvent {

    static PersonLeft of(Placement placement, LeftBecause because, Actor actor) {
        return new PersonLeft(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by(),
                because);
    }

    @Override
    public String reason() {
        return because.word();
    }
}
