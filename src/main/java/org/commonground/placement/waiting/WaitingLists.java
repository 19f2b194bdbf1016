package org.commonground.placement.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.correspondence.MailKind;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.OthersWanted;
import org.commonground.placement.PersonSays;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.PlacementSettings;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waiting lists of groups. A list goes by the day people joined it, and by nothing else. Whoever gives a place back
 * touches no list: {@link #moveOn} does, in a transaction of its own, so that nobody who waits is woken inside somebody
 * else's answer.
 */
@Service
@Transactional
public class WaitingLists {

    private final WaitingRepository waiting;
    private final PlacementRepository placements;
    private final SafetyChecks checks;
    private final Placements lifecycle;
    private final PlacementLocks locks;
    private final Places places;
    private final Referrals referrals;
    private final Outbox outbox;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;
    private final PlacementSettings settings;

    WaitingLists(
            WaitingRepository waiting,
            PlacementRepository placements,
            SafetyChecks checks,
            Placements lifecycle,
            PlacementLocks locks,
            Places places,
            Referrals referrals,
            Outbox outbox,
            Events events,
            WorkingDays days,
            Clock clock,
            PlacementSettings settings) {
        this.waiting = waiting;
        this.placements = placements;
        this.checks = checks;
        this.lifecycle = lifecycle;
        this.locks = locks;
        this.places = places;
        this.referrals = referrals;
        this.outbox = outbox;
        this.events = events;
        this.days = days;
        this.clock = clock;
        this.settings = settings;
    }

    /** Everybody on a group's list, in their order. */
    @Transactional(readOnly = true)
    public List<WaitingPlacement> of(GroupId group) {
        return waiting.of(group);
    }

    /** How many are on a group's list, and since when the first of them. */
    @Transactional(readOnly = true)
    public WaitingCount count(GroupId group) {
        List<WaitingPlacement> line = waiting.of(group);
        return new WaitingCount(
                line.size(),
                line.stream()
                        .map(WaitingPlacement::joinedAt)
                        .min(Instant::compareTo)
                        .map(first -> LocalDate.ofInstant(first, WorkingDays.LONDON))
                        .orElse(null));
    }

    /** Where a placement stands on its group's list; empty where it is on none. */
    @Transactional(readOnly = true)
    public Optional<WaitingPlacement> find(Placement placement) {
        return waiting.find(placement.id(), placement.group());
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
                .filter(one -> one.state() == WaitingPlacement.State.IN_LINE && mayBeAsked(one))
                .findFirst();
        if (next.isEmpty()) {
            return 0;
        }
        Placement placement = locks.lock(next.get().placement());
        // the referral may have been paused, or other groups chosen, before it was locked: the next sweep looks again
        return placement.state() == PlacementState.WAITING && mayBeAsked(next.get()) ? hold(placement) : 0;
    }

    /**
     * Records what the person says to a place that has come free: the group may be asked, or the placement ends and the
     * place is free again.
     *
     * @throws Refusal for answers that do not fit together, and for a yes while the referral is paused
     */
    public StillWantedResult answer(PlacementId id, AskStillWanted command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.ASKED);
        if (command.personSays() == PersonSays.NO) {
            waiting.because(id, command.noReason(), command.note(), key(placement));
            stop(placement, EndReason.LEFT_LIST, GivenBack.PERSON_SAID_NO, actor);
            return StillWantedResult.NO;
        }
        locks.requireNotPaused(placement.referral());
        waiting.over(id);
        placements.stands(id, PlacementState.CHOSEN);
        events.publish(StillWanted.of(placement, actor));
        return checkIsFresh(placement) ? StillWantedResult.YES : StillWantedResult.CHECK_AGAIN;
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
        WaitingPlacement before = find(placement).orElseThrow();
        places.giveBack(id.value(), GivenBack.PASSED_ON, Actor.SYSTEM);
        placements.stands(id, PlacementState.WAITING);
        Instant since = before.timesPassed() == 0 ? before.inLineSince() : clock.instant();
        waiting.passedOver(id, since, days.today());
        PlacePassedOn passed = PlacePassedOn.of(placement, Actor.SYSTEM);
        events.publish(passed);
        outbox.post(MailKind.PLACE_PASSED_ON, id.value(), passed.id());
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
                .map(Placement::id)
                .peek(id -> waiting.askBy(id, days.after(askBy(id), workingDays)))
                .toList();
    }

    /** Records whether the person goes on waiting, and whether they want to try another group meanwhile. */
    public void review(PlacementId id, ReviewWaiting command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.WAITING);
        if (command.waiting() == Stay.LEAVE) {
            waiting.because(id, command.stopReason(), command.note(), key(placement));
            lifecycle.end(placement, EndReason.LEFT_LIST, actor);
            return;
        }
        waiting.stays(id, nextReview());
        events.publish(WaitingReviewed.of(placement, actor));
        if (command.waiting() == Stay.TRY_OTHERS) {
            events.publish(OthersWanted.of(placement.referral(), actor));
        }
    }

    /** When the person is asked next whether they stay. */
    @Transactional(readOnly = true)
    public LocalDate reviewOn(PlacementId id) {
        return find(lifecycle.find(id)).orElseThrow().reviewOn();
    }

    /** Until when the place is held that has come free. */
    @Transactional(readOnly = true)
    public LocalDate askBy(PlacementId id) {
        return find(lifecycle.find(id)).flatMap(WaitingPlacement::askBy).orElseThrow();
    }

    /** A link worker takes somebody off the list; refused while a place is held for them, and where they do not wait. */
    public void leave(PlacementId id, LeaveWaitingList command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.WAITING);
        waiting.because(id, command.reason(), command.note(), key(placement));
        lifecycle.end(placement, EndReason.LEFT_LIST, actor);
        events.publish(WaitingEnded.of(placement, command.reason(), actor));
    }

    /**
     * The group closes its list: whoever waits comes off it, and their link worker chooses again. A place that is held
     * for somebody stays held. The caller has the locks of no referral.
     */
    public void close(PlacementId id, Actor actor) {
        Placement placement = locks.lock(id);
        if (placement.state() == PlacementState.WAITING) {
            waiting.because(id, StopWaiting.LIST_CLOSED, null, key(placement));
            lifecycle.end(placement, EndReason.LIST_CLOSED, actor);
            events.publish(WaitingEnded.of(placement, StopWaiting.LIST_CLOSED, actor));
        }
    }

    private boolean mayBeAsked(WaitingPlacement one) {
        return !referrals.isPaused(one.referral())
                && placements.of(one.referral()).stream()
                                .filter(Placement::isBeingTried)
                                .count()
                        < settings.openOffers();
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
        placements.stands(placement.id(), PlacementState.ASKED);
        waiting.asked(placement.id(), days.after(days.today(), settings.askWithin()));
        events.publish(PlaceFreed.of(placement, Actor.SYSTEM));
        return 1;
    }

    private void stop(Placement placement, EndReason reason, GivenBack why, Actor actor) {
        lifecycle.end(placement, reason, actor);
        places.giveBack(placement.id().value(), why, actor);
    }

    /** Whether the signed person's side is recent enough to ask the group at once. */
    @Transactional(readOnly = true)
    public boolean checkIsFresh(Placement placement) {
        return checks.of(placement).filter(checks::isFresh).isPresent();
    }

    private LocalDate nextReview() {
        return days.today().plusWeeks(settings.reviewWaitingAfter());
    }

    private SubjectKey key(Placement placement) {
        return referrals.keyOf(placement.referral());
    }
}
