package org.commonground.placement.offer;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.placement.Placement;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A link worker phoned a group about an open offer. The subject is the placement. */
public record OrganiserPhoned(UUID id, UUID referral, UUID subject, UUID groupId, By actor, boolean reached)
        implements DomainEvent {

    static OrganiserPhoned of(Placement placement, boolean reached, Actor actor) {
        return new OrganiserPhoned(
                Ids.next(),
                placement.referral().value(),
                placement.id().value(),
                placement.group().value(),
                actor.by(),
                reached);
    }

    @Override
    public String reason() {
        return reached ? "reached" : "not-reached";
    }
}
