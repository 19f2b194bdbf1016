package org.commonground.safeguarding;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The working day has ended without a decision: the deputy is asked too. */
public record ConcernBroughtToDeputy(UUID id, UUID referral, ConcernId concern, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return concern.value();
    }
}
