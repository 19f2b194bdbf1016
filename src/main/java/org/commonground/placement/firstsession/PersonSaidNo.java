package org.commonground.placement.firstsession;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The person said no to a group that said yes. The subject is the placement, the reason a {@link PersonNoReason} word. */
public record PersonSaidNo(UUID id, UUID referral, UUID subject, UUID groupId, By actor, PersonNoReason why)
        implements DomainEvent {

    static PersonSaidNo of(Placement placement, PersonNoReason why, Actor actor) {
        return new PersonSaidNo(
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
