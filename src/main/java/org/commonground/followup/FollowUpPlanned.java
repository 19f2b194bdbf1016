package org.commonground.followup;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/** A first session was attended, so the look-backs are planned. */
public record FollowUpPlanned(UUID id, UUID referral, FollowUpPlanId plan, By actor) implements DomainEvent {

    @Override
    public UUID subject() {
        return plan.value();
    }
}
