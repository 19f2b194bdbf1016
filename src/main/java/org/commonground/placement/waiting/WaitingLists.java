package org.commonground.placement.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Placements;
import org.commonground.platform.RoomOnly;
import org.commonground.platform.event.Events;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The waiting lists of groups. A list goes by the day people joined it, and by nothing else. */
@Service
@Transactional
public class WaitingLists {

    private final WaitingRepository waiting;
    private final Placements placements;
    private final PlacementRepository rows;
    private final Groups groups;
    private final Events events;
    private final WorkingDays days;
    private final Neighbourhoods neighbourhoods;

    WaitingLists(
            WaitingRepository waiting,
            Placements placements,
            PlacementRepository rows,
            Groups groups,
            Events events,
            WorkingDays days,
            Neighbourhoods neighbourhoods) {
        this.waiting = waiting;
        this.placements = placements;
        this.rows = rows;
        this.groups = groups;
        this.events = events;
        this.days = days;
        this.neighbourhoods = neighbourhoods;
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

    /** When the person is asked next whether they stay. */
    @Transactional(readOnly = true)
    public LocalDate reviewOn(PlacementId id) {
        return find(placements.find(id)).orElseThrow().reviewOn();
    }

    /** Until when the place is held that has come free. */
    @Transactional(readOnly = true)
    public LocalDate askBy(PlacementId id) {
        return find(placements.find(id)).flatMap(WaitingPlacement::askBy).orElseThrow();
    }

    /** How many people a freed place of the group would be held for before anybody new. */
    @RoomOnly
    public int ahead(GroupId group) {
        return waiting.inLine(group);
    }

    /** Whether a person for whom there is no place goes on the list: they would wait, and the group has one. */
    @RoomOnly
    public boolean mayJoin(Placement placement, GroupFull full) {
        return full.of() != GroupFull.Of.CLOSED
                && rows.wouldWait(placement.id())
                && groups.get(placement.group()).waitingList();
    }

    /** Puts a placement on its group's list, for a use case that has the locks. */
    @RoomOnly
    public void join(Placement placement) {
        int weeks = neighbourhoods.numbersOf(placement.neighbourhood()).reviewWaitingAfter();
        waiting.join(placement.id(), days.now(), days.today().plusWeeks(weeks));
        placements.stands(placement, PlacementState.WAITING);
        events.publish(WaitingListJoined.of(placement, Actor.SYSTEM));
        boolean anotherFailed = placements.of(placement.referral()).stream()
                .anyMatch(other -> other.round() == placement.round() && other.state() == PlacementState.ENDED);
        if (anotherFailed) {
            placements.chooseOthersIfOnlyWaiting(placement.referral(), Actor.SYSTEM);
        }
    }
}
