package org.commonground.safeguarding;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A paused referral goes on. */
public record PauseLifted(UUID id, UUID referral, ConcernId concern, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return concern.value();
    }
}
