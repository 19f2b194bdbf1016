package org.commonground.placement;

import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/** How many groups are tried for one person at the same time. Whoever merely waits for a place is not being tried. */
@Component
public class TriedAtOnce {

    private final PlacementRepository placements;
    private final Referrals referrals;
    private final PlacementSettings settings;

    TriedAtOnce(PlacementRepository placements, Referrals referrals, PlacementSettings settings) {
        this.placements = placements;
        this.referrals = referrals;
        this.settings = settings;
    }

    /** How many may be. */
    public int most() {
        return settings.openOffers();
    }

    /** How many are. */
    public int now(ReferralId referral) {
        return (int)
                placements.of(referral).stream().filter(Placement::isBeingTried).count();
    }

    /** Whether one more may be tried now: never while the referral is paused. */
    public boolean mayTryAnother(ReferralId referral) {
        return !referrals.isPaused(referral) && now(referral) < most();
    }
}
