package org.commonground.placement.ending;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.group.GivenBack;
import org.commonground.group.Places;
import org.commonground.placement.OthersWanted;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who do not go to a group any more. Their place comes back at once, where their course has not ended before: then
 * the sweep has given it back.
 */
@Service
@Transactional
public class Leavings {

    private final Placements placements;
    private final LeavingRepository leavings;
    private final PlacementLocks locks;
    private final Places places;
    private final Referrals referrals;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;

    Leavings(
            Placements placements,
            LeavingRepository leavings,
            PlacementLocks locks,
            Places places,
            Referrals referrals,
            Events events,
            WorkingDays days,
            Clock clock) {
        this.placements = placements;
        this.leavings = leavings;
        this.locks = locks;
        this.places = places;
        this.referrals = referrals;
        this.events = events;
        this.days = days;
        this.clock = clock;
    }

    /** The placements of a referral whose group the person goes to. */
    @Transactional(readOnly = true)
    public List<Placement> attending(ReferralId referral) {
        return placements.of(referral).stream().filter(Placement::isAttending).toList();
    }

    /**
     * Records that the person has left a group. As long as the referral is open the link worker is asked to choose again
     * with them, unless they have got what they came for.
     *
     * @throws Refusal for a reason that is missing; (conflict) where they do not go there
     */
    public void record(RecordLeaving command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(command.placement(), PlacementState.ATTENDED);
        if (!placement.isAttending()) {
            throw Refusal.conflict("It has been recorded already that they left");
        }
        leave(placement, command, actor);
        chooseAgain(placement.referral(), command.because(), actor);
    }

    /** The person goes to no group any more, as they said when somebody looked back with them. */
    public void all(ReferralId referral, LeftBecause because, Actor actor) {
        List<Placement> attending = attending(referral);
        places.lock(attending.stream().map(Placement::group).toList());
        attending.stream()
                .map(seen -> locks.lock(seen.id()))
                .filter(Placement::isAttending)
                .forEach(placement -> leave(placement, new RecordLeaving(placement.id(), because, null), actor));
        if (!attending.isEmpty()) {
            chooseAgain(referral, because, actor);
        }
    }

    private void leave(Placement placement, RecordLeaving command, Actor actor) {
        leavings.left(
                placement.id(),
                command,
                referrals.keyOf(placement.referral()),
                days.today(),
                Actors.signer(actor),
                clock.instant());
        places.giveBack(placement.id().value(), GivenBack.LEFT, actor);
        events.publish(PersonLeft.of(placement, command.because(), actor));
    }

    private void chooseAgain(ReferralId referral, LeftBecause because, Actor actor) {
        if (because.asksForAnother() && referrals.find(referral).isOpen()) {
            events.publish(OthersWanted.of(referral, actor));
        }
    }
}
