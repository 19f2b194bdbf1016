package org.commonground.placement.ending;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.group.Closure;
import org.commonground.group.ClosureKind;
import org.commonground.group.Closures;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupId;
import org.commonground.group.Places;
import org.commonground.placement.EndReason;
import org.commonground.placement.OthersWanted;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.Placements;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the people of a group that is closed or suspended: one at a time, each in a transaction of its own. */
@Service
@Transactional
public class ClosedGroups {

    private final ClosedGroupRepository notes;
    private final Placements placements;
    private final PlacementLocks locks;
    private final Closures closures;
    private final Places places;
    private final Referrals referrals;
    private final Events events;
    private final Clock clock;

    ClosedGroups(
            ClosedGroupRepository notes,
            Placements placements,
            PlacementLocks locks,
            Closures closures,
            Places places,
            Referrals referrals,
            Events events,
            Clock clock) {
        this.notes = notes;
        this.placements = placements;
        this.locks = locks;
        this.closures = closures;
        this.places = places;
        this.referrals = referrals;
        this.events = events;
        this.clock = clock;
    }

    /** Every placement that goes on in the group, and those whose people go there. */
    @Transactional(readOnly = true)
    public List<Placement> concerned(GroupId group) {
        return notes.concerned(group, places.takenIn(group)).stream()
                .map(placements::find)
                .toList();
    }

    /**
     * Ends a placement because its group takes nobody: an offer, a wait, a place held or planned. Whoever goes there
     * already loses the place only where the group is closed for good. Where it was reopened meanwhile, and where it was
     * done before, nothing changes.
     *
     * @return whether the person goes there, so that somebody has to talk with them
     */
    public boolean leave(PlacementId id) {
        Placement placement = locks.lock(id);
        Closure closure = closures.of(placement.group()).orElse(null);
        if (closure == null) {
            return false;
        }
        boolean goesThere = placement.isAttending();
        placements.stop(placement, EndReason.GROUP_CLOSED, GivenBack.GROUP_CLOSED, Actor.SYSTEM);
        if (goesThere && closure.kind() == ClosureKind.CLOSED) {
            places.giveBack(id.value(), GivenBack.GROUP_CLOSED, Actor.SYSTEM);
        }
        return goesThere;
    }

    /** Whether other groups can still be chosen in this referral. */
    @Transactional(readOnly = true)
    public boolean mayChooseAgain(ReferralId referral) {
        return referrals.find(referral).isOpen();
    }

    /** Whether they still have their place: a suspension leaves it to them, closing for good takes it back. */
    @Transactional(readOnly = true)
    public boolean mayStay(PlacementId id) {
        return places.isTaken(id.value());
    }

    /**
     * Records what the person wants instead.
     *
     * @throws Refusal where other groups are wanted and the referral has ended, or they stay and have no place there
     */
    public void findAnother(PlacementId id, FindAnother command, Actor actor) {
        Commands.require(command);
        Placement placement = locks.lock(id);
        boolean others = command.next() == FindAnother.Next.CHOOSE_OTHERS;
        if (others && !mayChooseAgain(placement.referral())) {
            throw Refusal.invalid(
                    "next",
                    "This referral has ended: ask the practice to refer them again, and choose that there is nothing more to do");
        }
        if (command.next() == FindAnother.Next.STAYS && !mayStay(id)) {
            throw Refusal.invalid(
                    "next",
                    "They have no place there any more: choose whether they want another group, or no other group");
        }
        notes.insert(id, command, referrals.keyOf(placement.referral()), Actors.signer(actor), clock.instant());
        events.publish(AnotherLookedFor.of(placement, command.next(), actor));
        if (others) {
            events.publish(OthersWanted.of(placement.referral(), actor));
        }
    }
}
