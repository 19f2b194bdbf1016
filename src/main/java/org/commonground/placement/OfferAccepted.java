package org.commonground.placement;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.DomainEvent;

/** A group said yes. The subject is the placement. */
public record OfferAccepted(UUID id, UUID referral, UUID subject, String actor) implements DomainEvent {

    static OfferAccepted of(Placement placement, Actor actor) {
        return new OfferAccepted(
                Ids.next(), placement.referral().value(), placement.id().value(), actor.role());
    }
}
