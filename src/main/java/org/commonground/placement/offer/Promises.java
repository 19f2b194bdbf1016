package org.commonground.placement.offer;

import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupFull;
import org.commonground.group.Places;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Numbers;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.placement.waiting.MustWait;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.platform.event.Events;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A place is held while its group is asked, and given back when nobody answers in time. None is promised twice. */
@Service
@Transactional
public class Promises {

    private final Placements placements;
    private final OfferRepository offers;
    private final WaitingLists lists;
    private final PlacementLocks locks;
    private final Places places;
    private final Events events;
    private final WorkingDays days;
    private final Neighbourhoods neighbourhoods;

    Promises(
            Placements placements,
            OfferRepository offers,
            WaitingLists lists,
            PlacementLocks locks,
            Places places,
            Events events,
            WorkingDays days,
            Neighbourhoods neighbourhoods) {
        this.placements = placements;
        this.offers = offers;
        this.lists = lists;
        this.locks = locks;
        this.places = places;
        this.events = events;
        this.days = days;
        this.neighbourhoods = neighbourhoods;
    }

    /**
     * Holds a place, unless one is held already, and opens the offer. Whoever waits for a place of the group comes
     * first. Where there is none left, a person who would wait goes on the group's list ({@link MustWait}); else the
     * placement ends, nothing else is written, and {@link GroupFull} says what there is none of. One that ended
     * meanwhile is refused.
     */
    public void hold(PlacementId id) throws GroupFull {
        Placement placement = locks.lock(id, PlacementState.CHOSEN);
        try {
            places.hold(
                    placement.group(),
                    id.value(),
                    placement.referral().value(),
                    lists.ahead(placement.group()),
                    Actor.SYSTEM);
        } catch (GroupFull full) {
            if (lists.mayJoin(placement, full)) {
                lists.join(placement);
                throw new MustWait(full.of());
            }
            placements.end(placement, EndReason.NO_PLACE, Actor.SYSTEM);
            throw full;
        }
        Numbers numbers = neighbourhoods.numbersOf(placement.neighbourhood());
        offers.offered(
                id, days.after(days.today(), numbers.remindAfter()), days.after(days.today(), numbers.lapseAfter()));
        placements.stands(placement, PlacementState.OFFERED);
        events.publish(OfferMade.of(placement, Actor.SYSTEM));
    }

    /** Lets an open offer lapse and gives its place back; one that was answered meanwhile stays as it is. */
    public void lapse(PlacementId id) {
        Placement placement = locks.lock(id);
        if (placement.state() == PlacementState.OFFERED) {
            events.publish(OfferLapsed.of(placement, Actor.SYSTEM));
            places.giveBack(id.value(), GivenBack.LAPSED, Actor.SYSTEM);
            placements.end(placement, EndReason.LAPSED, Actor.SYSTEM);
        }
    }
}
