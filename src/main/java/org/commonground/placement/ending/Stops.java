package org.commonground.placement.ending;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.death.Deaths;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a referral because it must not go on: withdrawn, moved, died, or stopped by the link worker. */
@Service
@Transactional
public class Stops {

    private final StopRepository stops;
    private final Placements placements;
    private final PlacementLocks locks;
    private final Places places;
    private final Referrals referrals;
    private final Deaths deaths;
    private final ConsentAnswers consents;
    private final Events events;
    private final Clock clock;

    Stops(
            StopRepository stops,
            Placements placements,
            PlacementLocks locks,
            Places places,
            Referrals referrals,
            Deaths deaths,
            ConsentAnswers consents,
            Events events,
            Clock clock) {
        this.stops = stops;
        this.placements = placements;
        this.locks = locks;
        this.places = places;
        this.referrals = referrals;
        this.deaths = deaths;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends every placement that goes on and gives its place back, takes back the consent to refer where that is what was
     * said, and closes the referral; listeners end its processes, drop whatever was meant for the person and has not gone
     * out, and tell the groups in the same transaction. Whoever attends a group already keeps the place there,
     * unless they moved away or died. To a person who died nothing is sent ever again.
     *
     * @throws Refusal for wrong input, and where the referral has ended already
     */
    public void stop(StopReferral command, Actor actor) {
        Commands.require(command).requireWhole();
        ReferralId id = command.referral();
        List<Placement> open = locks.lockOpen(id);
        Referral referral = referrals.find(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has been closed already");
        }
        StopReason reason = command.reason();
        stops.insert(command, referrals.keyOf(id), actor, clock.instant());
        open.forEach(placement -> placements.end(placement, EndReason.STOPPED, actor));
        (reason.personIsGone() ? placements.of(id) : open)
                .forEach(placement -> places.giveBack(placement.id().value(), GivenBack.STOPPED, actor));
        if (reason == StopReason.NO_CONSENT) {
            consents.withdraw(id, Purpose.REFER, null, actor);
        }
        if (reason == StopReason.DIED) {
            deaths.record(id);
        }
        referrals.close(id, reason.outcome(), actor);
        events.publish(ReferralStopped.of(id, reason, actor));
    }
}
