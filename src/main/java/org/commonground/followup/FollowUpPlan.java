package org.commonground.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commonground.referral.ReferralId;

/**
 * The look-backs of one referral, in the order they are due.
 *
 * @param countedFrom the day of the first session attended anywhere, or the day they were signposted
 * @param signposted whether it is the one call after being signposted
 */
public record FollowUpPlan(
        FollowUpPlanId id, ReferralId referral, LocalDate countedFrom, boolean signposted, List<Planned> followUps) {

    public FollowUpPlan {
        followUps = List.copyOf(followUps);
    }

    /**
     * One look-back.
     *
     * @param week how many weeks after the first session
     * @param on the day it is due, always a working day
     * @param heldAt when it was over, reached or not; null while it waits
     */
    public record Planned(int week, LocalDate on, Instant heldAt) {}

    /** The look-back that comes next, or empty where all are over. */
    public Optional<Planned> next() {
        return followUps.stream().filter(planned -> planned.heldAt() == null).findFirst();
    }
}
