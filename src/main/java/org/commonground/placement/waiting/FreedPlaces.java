package org.commonground.placement.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.TriedAtOnce;
import org.commonground.platform.event.Events;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places that have come free for somebody who waits. Whoever gives a place back touches no list: {@link #moveOn} does, in
 * a transaction of its own, so that nobody who waits is woken inside somebody else's answer.
 */
@Service
@Transactional
public class FreedPlaces {

    private final WaitingRepository waiting;
    private final Placements placements;
    private final PlacementLocks locks;
    private final Places places;
    private final TriedAtOnce atOnce;
    private final Outbox outbox;
    private final Events events;
    private final WorkingDays days;
    private final Neighbourhoods neighbourhoods;

    FreedPlaces(
            WaitingRepository waiting,
            Placements placements,
            PlacementLocks locks,
            Places places,
            TriedAtOnce atOnce,
            Outbox outbox,
            Events events,
            WorkingDays days,
            Neighbourhoods neighbourhoods) {
        this.waiting = waiting;
        this.placements = placements;
        this.locks = locks;
        this.places = places;
        this.atOnce = atOnce;
        this.outbox = outbox;
        this.events = events;
        this.days = days;
        this.neighbourhoods = neighbourhoods;
    }

    /** Groups that somebody waits for. */
    @Transactional(readOnly = true)
    public List<GroupId> awaited() {
        return waiting.groups();
    }

    /**
     * The sweep: holds a free place of the group for the first on its list who can be asked. Whoever's referral is
     * paused, or who has as many offers open as one person may, keeps their position and is not asked now.
     *
     * @return 1 where a place was held, else 0
     */
    public int moveOn(GroupId group) {
        places.lock(List.of(group));
        if (places.availability(group).full().isPresent()) {
            return 0;
        }
        Optional<WaitingPlacement> next = waiting.of(group).stream()
                .filter(one -> one.state() == WaitingPlacement.State.IN_LINE && atOnce.mayTryAnother(one.referral()))
                .findFirst();
        if (next.isEmpty()) {
            return 0;
        }
        Placement placement = locks.lock(next.get().placement());
        // the referral may have been paused, or other groups chosen, before it was locked: the next sweep looks again
        return placement.state() == PlacementState.WAITING && atOnce.mayTryAnother(placement.referral())
                ? hold(placement)
                : 0;
    }

    /**
     * Nobody could ask the person in time: the place goes to the next, and the team's lead hears of it. The first time
     * the person keeps their position, after that they go to the end; no place is held for them until somebody has
     * asked whether they stay. One that was answered meanwhile stays as it is.
     */
    public void passOn(PlacementId id) {
        Placement placement = locks.lock(id);
        if (placement.state() != PlacementState.ASKED) {
            return;
        }
        WaitingPlacement before =
                waiting.find(placement.id(), placement.group()).orElseThrow();
        places.giveBack(id.value(), GivenBack.PASSED_ON, Actor.SYSTEM);
        placements.stands(placement, PlacementState.WAITING);
        Instant since = before.timesPassed() == 0 ? before.inLineSince() : days.now();
        waiting.passedOver(id, since, days.today());
        PlacePassedOn passed = PlacePassedOn.of(placement, Actor.SYSTEM);
        events.publish(passed);
        outbox.post(MessageKind.PLACE_PASSED_ON, id.value(), passed.id());
    }

    /**
     * Lets the clocks go on of freed places that the person could not be asked about during a standstill.
     *
     * @param workingDays how long they stood still
     * @return the placements whose place is held
     */
    public List<PlacementId> resume(ReferralId referral, int workingDays) {
        return placements.of(referral).stream()
                .filter(placement -> placement.state() == PlacementState.ASKED)
                .peek(placement -> goOn(placement, workingDays))
                .map(Placement::id)
                .toList();
    }

    private void goOn(Placement placement, int workingDays) {
        waiting.find(placement.id(), placement.group())
                .flatMap(WaitingPlacement::askBy)
                .ifPresent(askBy -> waiting.askBy(placement.id(), days.after(askBy, workingDays)));
    }

    private int hold(Placement placement) {
        try {
            places.hold(
                    placement.group(),
                    placement.id().value(),
                    placement.referral().value(),
                    Actor.SYSTEM);
        } catch (GroupFull full) {
            throw new IllegalStateException("the group is full although its lock is held", full);
        }
        placements.stands(placement, PlacementState.ASKED);
        int askWithin = neighbourhoods.numbersOf(placement.neighbourhood()).askWithin();
        waiting.askBy(placement.id(), days.after(days.today(), askWithin));
        events.publish(PlaceFreed.of(placement, Actor.SYSTEM));
        return 1;
    }
}
