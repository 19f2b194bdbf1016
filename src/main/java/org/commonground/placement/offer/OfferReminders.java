package org.commonground.placement.offer;

import org.commonground.account.Actor;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.PlacementState;
import org.commonground.platform.event.Events;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds organisers of offers that have waited, once for each. */
@Service
@Transactional
public class OfferReminders {

    private final OfferRepository offers;
    private final PlacementRepository placements;
    private final Referrals referrals;
    private final Outbox outbox;
    private final Events events;
    private final WorkingDays days;

    OfferReminders(
            OfferRepository offers,
            PlacementRepository placements,
            Referrals referrals,
            Outbox outbox,
            Events events,
            WorkingDays days) {
        this.offers = offers;
        this.placements = placements;
        this.referrals = referrals;
        this.outbox = outbox;
        this.events = events;
        this.days = days;
    }

    /** The sweep: reminds those whose day has come; while a referral is paused nobody. Returns how many were. */
    public int remindWaiting() {
        return (int) offers.toRemind(days.today()).stream().filter(this::remind).count();
    }

    private boolean remind(PlacementId id) {
        Placement placement = placements.lock(id);
        if (placement.state() != PlacementState.OFFERED || referrals.isPaused(placement.referral())) {
            return false;
        }
        offers.reminded(id, days.now());
        OfferReminded reminded = OfferReminded.of(placement, Actor.SYSTEM);
        events.publish(reminded);
        outbox.post(MessageKind.OFFER_REMINDER, id.value(), reminded.id());
        return true;
    }
}
