package org.commonground.placement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.platform.RoomOnly;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Takes locks in the one order that keeps people from waiting crosswise: the group, the referral, the placement. Every
 * use case that changes a placement starts here, because the step after it may change the group's places.
 */
@Component
@RoomOnly
public class PlacementLocks {

    private final PlacementRepository placements;
    private final Places places;
    private final Referrals referrals;

    PlacementLocks(PlacementRepository placements, Places places, Referrals referrals) {
        this.placements = placements;
        this.places = places;
        this.referrals = referrals;
    }

    /** The placement as it is now, and stays until the transaction ends. */
    public Placement lock(PlacementId id) {
        Placement seen = placements.find(id).orElseThrow(PlacementLocks::unknown);
        places.lock(List.of(seen.group()));
        referrals.lock(seen.referral());
        return placements.lock(id);
    }

    /** The same, for what a person says about a placement: refused unless it stands where they think. */
    public Placement lock(PlacementId id, PlacementState expected) {
        Placement placement = lock(id);
        if (placement.state() != expected) {
            throw Refusal.conflict("This has changed meanwhile: the placement is now "
                    + placement
                            .ended()
                            .map(EndReason::label)
                            .orElse(placement.state().label()));
        }
        return placement;
    }

    /**
     * The placements of a referral that go on. Locks the groups of all its placements, then the referral, then them.
     * Where groups were chosen in between, the order of locks would be broken: the caller's transaction starts again.
     */
    public List<Placement> lockOpen(ReferralId referral) {
        Set<GroupId> groups = groupsOf(referral);
        places.lock(groups);
        referrals.lock(referral);
        if (!groups.containsAll(groupsOf(referral))) {
            throw new OptimisticLockingFailureException("groups were chosen for referral " + referral + " meanwhile");
        }
        return placements.of(referral).stream()
                .filter(Placement::isOpen)
                .map(placement -> placements.lock(placement.id()))
                .toList();
    }

    private Set<GroupId> groupsOf(ReferralId referral) {
        return placements.of(referral).stream().map(Placement::group).collect(Collectors.toSet());
    }

    /** Refuses while the safeguarding lead has paused the referral. */
    public void requireNotPaused(ReferralId referral) {
        if (referrals.isPaused(referral)) {
            throw Refusal.conflict("This referral is paused by the safeguarding lead."
                    + " The task stays open; go on when the pause is lifted");
        }
    }

    public static Refusal unknown() {
        return Refusal.notFound("There is no such placement");
    }
}
