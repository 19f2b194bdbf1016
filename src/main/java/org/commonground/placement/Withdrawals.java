package org.commonground.placement;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.refusal.Valid;
import org.commonground.referral.Outcome;
import org.commonground.referral.Purpose;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a referral because somebody told us that it must not go on. */
@Service
@Transactional
public class Withdrawals {

    private final WithdrawalRepository withdrawals;
    private final Placements lifecycle;
    private final PlacementRepository placements;
    private final Places places;
    private final Referrals referrals;
    private final Events events;
    private final Clock clock;

    Withdrawals(
            WithdrawalRepository withdrawals,
            Placements lifecycle,
            PlacementRepository placements,
            Places places,
            Referrals referrals,
            Events events,
            Clock clock) {
        this.withdrawals = withdrawals;
        this.lifecycle = lifecycle;
        this.placements = placements;
        this.places = places;
        this.referrals = referrals;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends every placement that goes on and gives its place back, takes back the consent to refer where that is what
     * was said, and closes the referral as withdrawn; listeners end its processes and tell the groups in the same
     * transaction. Whoever attends a group already keeps the place there, unless they moved away or died.
     *
     * @throws Refusal for wrong input, and where the referral has ended already
     */
    public void record(RecordWithdrawal command, Actor actor) {
        Valid.require(command).requireWhole();
        ReferralId id = command.referral();
        List<Placement> open = lockOpen(id);
        Referral referral = referrals.find(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has been closed already");
        }
        withdrawals.insert(command, referrals.keyOf(id), actor, clock.instant());
        open.forEach(placement -> lifecycle.end(placement, EndReason.WITHDRAWN, actor));
        (command.reason().personIsGone() ? placements.of(id) : open)
                .forEach(placement -> places.giveBack(placement.id().value(), GivenBack.WITHDRAWN, actor));
        if (!command.reason().personIsGone()) {
            referrals.withdrawConsent(id, Purpose.REFER, null, actor);
        }
        referrals.close(id, Outcome.WITHDRAWN, actor);
        events.publish(ReferralWithdrawn.of(id, command.reason(), actor));
    }

    /**
     * Locks the groups of all the referral's placements, then the referral, then the placements that go on. Where
     * groups were chosen in between, the order of locks would be broken: the caller starts again.
     */
    private List<Placement> lockOpen(ReferralId id) {
        Set<GroupId> groups = groupsOf(id);
        places.lock(groups);
        referrals.lock(id);
        if (!groups.containsAll(groupsOf(id))) {
            throw new OptimisticLockingFailureException("groups were chosen for referral " + id + " meanwhile");
        }
        return lifecycle.open(id).stream()
                .map(placement -> placements.lock(placement.id()))
                .toList();
    }

    private Set<GroupId> groupsOf(ReferralId id) {
        return placements.of(id).stream().map(Placement::group).collect(Collectors.toSet());
    }
}
