package org.commonground.followup;

import java.util.UUID;
import org.commonground.platform.event.By;
import org.commonground.platform.event.DomainEvent;

/**
 * One look-back is over.
 *
 * @param week how many weeks after the first session it was planned for
 * @param reached whether the person was reached
 */
public record FollowUpHeld(UUID id, UUID referral, FollowUpPlanId plan, int week, boolean reached, By actor)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return plan.value();
    }

    @Override
    public String reason() {
        return reached ? "reached" : "not-reached";
    }

    /** The week of the plan. */
    @Override
    public Integer number() {
        return week;
    }
}
