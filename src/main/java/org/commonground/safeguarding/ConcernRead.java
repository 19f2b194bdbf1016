package org.commonground.safeguarding;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The safeguarding lead or the deputy has looked at a concern's record. */
public record ConcernRead(UUID id, UUID referral, ConcernId concern, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return concern.value();
    }
}
