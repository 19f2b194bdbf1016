package org.commonground.placement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.springframework.stereotype.Component;

/** A referral with several placements stands where the farthest of them does: one that fails does not set it back. */
@Component
public class Standings {

    private final PlacementRepository placements;
    private final Referrals referrals;

    Standings(PlacementRepository placements, Referrals referrals) {
        this.placements = placements;
        this.referrals = referrals;
    }

    /** Says it anew after a placement has changed. */
    public void follow(ReferralId referral) {
        referrals.stands(referral, of(placements.of(referral)));
    }

    static Standing of(List<Placement> placements) {
        Set<PlacementState> states = placements.stream()
                .map(Placement::state)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlacementState.class)));
        if (states.contains(PlacementState.ATTENDED)) {
            return Standing.FOLLOWING_UP;
        }
        if (states.contains(PlacementState.AGREED)) {
            return Standing.PLACED;
        }
        return states.contains(PlacementState.OFFERED) || states.contains(PlacementState.ACCEPTED)
                ? Standing.OFFERED
                : Standing.CHOOSING;
    }
}
