package org.commonground.placement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.group.Places;
import org.commonground.platform.RoomOnly;
import org.commonground.platform.event.Events;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Placements, where they stand, and how they end. What people say on the way is told in the chapters: choice, check,
 * waiting, offer, firstsession, ending.
 */
@Service
@Transactional
public class Placements {

    private static final Set<PlacementState> FURTHER =
            EnumSet.of(PlacementState.OFFERED, PlacementState.AGREED, PlacementState.ATTENDED);

    private final PlacementRepository rows;
    private final PlacementLocks locks;
    private final Places places;
    private final Standings standings;
    private final Events events;

    Placements(PlacementRepository rows, PlacementLocks locks, Places places, Standings standings, Events events) {
        this.rows = rows;
        this.locks = locks;
        this.places = places;
        this.standings = standings;
        this.events = events;
    }

    /** The placement, or a refusal (not found). */
    @Transactional(readOnly = true)
    public Placement find(PlacementId id) {
        return rows.find(id).orElseThrow(PlacementLocks::unknown);
    }

    /** Every placement of a referral, in the order in which they were chosen. */
    @Transactional(readOnly = true)
    public List<Placement> of(ReferralId referral) {
        return rows.of(referral);
    }

    /** Placements of a referral that go on: neither ended nor attended. */
    @Transactional(readOnly = true)
    public List<Placement> open(ReferralId referral) {
        return of(referral).stream().filter(Placement::isOpen).toList();
    }

    /** Whether a first session was attended in any round. */
    @Transactional(readOnly = true)
    public boolean anyPlaced(ReferralId referral) {
        return of(referral).stream().anyMatch(placement -> placement.state() == PlacementState.ATTENDED);
    }

    /** The day of the first session the person attended, in whichever group; there must be one. */
    @Transactional(readOnly = true)
    public LocalDate firstAttended(ReferralId referral) {
        return of(referral).stream()
                .filter(placement -> placement.state() == PlacementState.ATTENDED)
                .map(placement -> placement.firstSession().orElseThrow().on())
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalStateException("no first session of " + referral + " was attended"));
    }

    /** Says where a placement stands now; the caller has the locks. The referral follows a step further. */
    @RoomOnly
    public void stands(Placement placement, PlacementState state) {
        rows.stands(placement.id(), state);
        if (FURTHER.contains(state)) {
            standings.follow(placement.referral());
        }
    }

    /** Ends a placement that goes on; one that has ended keeps its reason. It has no place any more, or never had. */
    @RoomOnly
    public void end(PlacementId id, EndReason reason) {
        end(locks.lock(id), reason, Actor.SYSTEM);
    }

    /** The same, for a use case that has the locks. */
    @RoomOnly
    public void end(Placement placement, EndReason reason, Actor actor) {
        if (placement.isOpen()) {
            rows.ended(placement.id(), reason);
            events.publish(PlacementEnded.of(placement, reason, actor));
            standings.follow(placement.referral());
            if (reason != EndReason.STOPPED) {
                chooseOthersIfOnlyWaiting(placement.referral(), actor);
            }
        }
    }

    /** Ends a placement whose place comes back, for a use case that has the locks. */
    @RoomOnly
    public void giveUp(Placement placement, EndReason reason, GivenBack back, Actor actor) {
        end(placement, reason, actor);
        places.giveBack(placement.id().value(), back, actor);
    }

    /** Ends a placement that goes on from outside its own flow, for a use case that has the locks. */
    @RoomOnly
    public void stop(Placement placement, EndReason why, GivenBack back, Actor actor) {
        if (placement.isOpen()) {
            places.giveBack(placement.id().value(), back, actor);
            end(placement, why, actor);
            events.publish(PlacementStopped.of(placement, why, actor));
        }
    }

    /** A failed placement whose round goes on only because somebody waits would bring nobody to choose again. */
    @RoomOnly
    public void chooseOthersIfOnlyWaiting(ReferralId referral, Actor actor) {
        List<Placement> open = open(referral);
        if (!open.isEmpty() && open.stream().allMatch(other -> other.state() == PlacementState.WAITING)) {
            events.publish(OthersWanted.of(referral, actor));
        }
    }
}
