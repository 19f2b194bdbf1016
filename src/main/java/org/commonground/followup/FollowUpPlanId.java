package org.commonground.followup;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names the plan of follow-ups of one referral. */
public record FollowUpPlanId(UUID value) {

    public static FollowUpPlanId next() {
        return new FollowUpPlanId(Ids.next());
    }

    public static FollowUpPlanId of(String text) {
        return new FollowUpPlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
