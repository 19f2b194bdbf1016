package org.commonground.crisis;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** Nobody at the practice has confirmed yet: more people hear of it; the reason says who. */
public record CrisisEscalated(UUID id, UUID referral, CrisisId crisis, Reach to, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return crisis.value();
    }

    @Override
    public String reason() {
        return to.word();
    }
}
