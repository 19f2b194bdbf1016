package org.commonground.crisis;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Somebody at the practice, whose name is kept, has confirmed that they take over. */
public record CrisisConfirmed(UUID id, UUID referral, CrisisId crisis, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return crisis.value();
    }
}
