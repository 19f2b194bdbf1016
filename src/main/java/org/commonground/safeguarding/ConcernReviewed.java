package org.commonground.safeguarding;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** The safeguarding lead or the deputy has decided; the reason is the decision's word. */
public record ConcernReviewed(UUID id, UUID referral, ConcernId concern, String reason, By actor)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return concern.value();
    }
}
