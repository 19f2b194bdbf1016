package org.commonground.placement.waiting;

import java.time.LocalDate;
import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.placement.EndReason;
import org.commonground.placement.OthersWanted;
import org.commonground.placement.PersonSays;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say who wait for a place, or whose place has come free. */
@Service
@Transactional
public class WaitingAnswers {

    private final WaitingRepository waiting;
    private final Placements placements;
    private final SafetyChecks checks;
    private final PlacementLocks locks;
    private final Referrals referrals;
    private final Events events;
    private final WorkingDays days;
    private final Neighbourhoods neighbourhoods;

    WaitingAnswers(
            WaitingRepository waiting,
            Placements placements,
            SafetyChecks checks,
            PlacementLocks locks,
            Referrals referrals,
            Events events,
            WorkingDays days,
            Neighbourhoods neighbourhoods) {
        this.waiting = waiting;
        this.placements = placements;
        this.checks = checks;
        this.locks = locks;
        this.referrals = referrals;
        this.events = events;
        this.days = days;
        this.neighbourhoods = neighbourhoods;
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
            placements.giveUp(placement, EndReason.LEFT_LIST, GivenBack.PERSON_SAID_NO, actor);
            return StillWantedResult.NO;
        }
        locks.requireNotPaused(placement.referral());
        placements.stands(placement, PlacementState.CHOSEN);
        events.publish(StillWanted.of(placement, actor));
        return checkIsFresh(placement) ? StillWantedResult.YES : StillWantedResult.CHECK_AGAIN;
    }

    /** Whether the signed person's side is recent enough to ask the group at once. */
    @Transactional(readOnly = true)
    public boolean checkIsFresh(Placement placement) {
        return checks.of(placement)
                .filter(side -> checks.isFresh(placement, side))
                .isPresent();
    }

    /** Records whether the person goes on waiting, and whether they want to try another group meanwhile. */
    public void review(PlacementId id, ReviewWaiting command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.WAITING);
        if (command.waiting() == Stay.LEAVE) {
            waiting.because(id, command.stopReason(), command.note(), key(placement));
            placements.end(placement, EndReason.LEFT_LIST, actor);
            return;
        }
        waiting.stays(id, nextReview(placement));
        events.publish(WaitingReviewed.of(placement, actor));
        if (command.waiting() == Stay.TRY_OTHERS) {
            events.publish(OthersWanted.of(placement.referral(), actor));
        }
    }

    /** A link worker takes somebody off the list; refused while a place is held for them, and where they do not wait. */
    public void leave(PlacementId id, LeaveWaitingList command, Actor actor) {
        Commands.require(command).requireWhole();
        Placement placement = locks.lock(id, PlacementState.WAITING);
        waiting.because(id, command.reason(), command.note(), key(placement));
        placements.end(placement, EndReason.LEFT_LIST, actor);
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
            placements.end(placement, EndReason.LIST_CLOSED, actor);
            events.publish(WaitingEnded.of(placement, StopWaiting.LIST_CLOSED, actor));
        }
    }

    private LocalDate nextReview(Placement placement) {
        return days.today()
                .plusWeeks(neighbourhoods.numbersOf(placement.neighbourhood()).reviewWaitingAfter());
    }

    private SubjectKey key(Placement placement) {
        return referrals.keyOf(placement.referral());
    }
}
