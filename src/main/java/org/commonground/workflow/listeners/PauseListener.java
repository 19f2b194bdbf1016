package org.commonground.workflow.listeners;

import java.time.LocalDate;
import java.util.List;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.offer.OfferClock;
import org.commonground.placement.waiting.FreedPlaces;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.safeguarding.PauseDecided;
import org.commonground.safeguarding.PauseLifted;
import org.commonground.safeguarding.Pauses;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While a referral is paused the clocks of its offers stand still, and that of the wait for a reply to the last letter;
 * then they have as many working days left as before.
 */
@Component
class PauseListener {

    private final Referrals referrals;
    private final Placements placements;
    private final OfferClock offerClock;
    private final FreedPlaces freedPlaces;
    private final Pauses pauses;
    private final Clocks clocks;
    private final WorkingDays days;

    PauseListener(
            Referrals referrals,
            Placements placements,
            OfferClock offerClock,
            FreedPlaces freedPlaces,
            Pauses pauses,
            Clocks clocks,
            WorkingDays days) {
        this.referrals = referrals;
        this.placements = placements;
        this.offerClock = offerClock;
        this.freedPlaces = freedPlaces;
        this.pauses = pauses;
        this.clocks = clocks;
        this.days = days;
    }

    /** The referral is locked first: an offer that is being made meanwhile is either seen here, or sees the pause. */
    @EventListener
    void on(PauseDecided decided) {
        ReferralId referral = referrals.lock(new ReferralId(decided.referral())).id();
        offerClock.stop(referral).forEach(clocks::stop);
        asked(referral).forEach(clocks::stop);
        clocks.stop(referral);
    }

    /** Another concern's pause may still last, or a question wait: then the clocks go on standing still. */
    @EventListener
    void on(PauseLifted lifted) {
        ReferralId referral = referrals.lock(new ReferralId(lifted.referral())).id();
        offerClock.resume(referral).forEach(clocks::resume);
        if (!pauses.isPaused(lifted.referral())) {
            LocalDate since = standstillSince(lifted);
            int stood = days.between(since, days.today());
            freedPlaces.resume(referral, stood).forEach(asked -> clocks.resume(asked, stood));
            clocks.resume(referral, since);
        }
    }

    private LocalDate standstillSince(PauseLifted lifted) {
        return pauses.standstillSince(lifted.referral())
                .map(since -> LocalDate.ofInstant(since, WorkingDays.LONDON))
                .orElseGet(days::today);
    }

    private List<PlacementId> asked(ReferralId referral) {
        return placements.of(referral).stream()
                .filter(placement -> placement.state() == PlacementState.ASKED)
                .map(Placement::id)
                .toList();
    }
}
