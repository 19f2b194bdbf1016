package org.commonground.safeguarding;

import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A concern was raised about a referral's person, a group or both. */
public record ConcernRaised(UUID id, UUID referral, ConcernId concern, NeighbourhoodId neighbourhood, By actor)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return concern.value();
    }

    @Override
    public UUID neighbourhoodId() {
        return neighbourhood.value();
    }
}
