package org.commonground.placement.check;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.placement.Verdict;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The decision table said how the person's side goes on. The subject is the placement, the reason a {@link Verdict} word. */
public record PersonSideWeighed(UUID id, UUID referral, UUID subject, UUID groupId, By actor, Verdict why)
        implements DomainEvent {

    public static PersonSideWeighed of(Placement placement, Verdict why, Actor actor) {
        return new PersonSideWeighed(
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
