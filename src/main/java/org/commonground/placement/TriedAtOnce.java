package org.commonground.placement;

import java.util.List;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/** How many groups are tried for one person at the same time. Whoever merely waits for a place is not being tried. */
@Component
public class TriedAtOnce {

    private final PlacementRepository placements;
    private final Referrals referrals;
    private final Neighbourhoods neighbourhoods;

    TriedAtOnce(PlacementRepository placements, Referrals referrals, Neighbourhoods neighbourhoods) {
        this.placements = placements;
        this.referrals = referrals;
        this.neighbourhoods = neighbourhoods;
    }

    /** How many may be, in the referral's neighbourhood. */
    public int most(ReferralId referral) {
        return most(referrals.find(referral).neighbourhood());
    }

    private int most(NeighbourhoodId neighbourhood) {
        return neighbourhoods.numbersOf(neighbourhood).openOffers();
    }

    /** How many are. */
    public int now(ReferralId referral) {
        return tried(placements.of(referral));
    }

    private static int tried(List<Placement> all) {
        return (int) all.stream().filter(Placement::isBeingTried).count();
    }

    /** Whether one more may be tried now: never while the referral is paused. */
    public boolean mayTryAnother(ReferralId referral) {
        if (referrals.isPaused(referral)) {
            return false;
        }
        List<Placement> all = placements.of(referral);
        return all.isEmpty() || tried(all) < most(all.get(0).neighbourhood());
    }
}
