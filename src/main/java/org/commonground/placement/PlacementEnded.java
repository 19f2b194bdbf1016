package org.commonground.placement;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A placement ended before a first session. The subject is the placement, the reason a {@link EndReason} word. */
public record PlacementEnded(UUID id, UUID referral, UUID subject, UUID groupId, By actor, EndReason why)
        implements DomainEvent {

    static PlacementEnded of(Placement placement, EndReason why, Actor actor) {
        return new PlacementEnded(
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
