package org.commonground.placement;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * A placement was ended from outside its own flow, while its referral goes on. Its process has to end too. The subject
 * is the placement, the reason a {@link EndReason} word.
 */
public record PlacementStopped(UUID id, UUID referral, UUID subject, UUID groupId, By actor, EndReason why)
        implements DomainEvent {

    static PlacementStopped of(Placement placement, EndReason why, Actor actor) {
        return new PlacementStopped(
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
