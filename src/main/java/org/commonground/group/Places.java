package org.commonground.group;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places of groups: held while an offer is open, taken when it is accepted, given back when it ends. Every change
 * takes the group's row lock first, so a place is never promised twice. Placements and referrals are known here by id
 * alone.
 */
@Service
@Transactional
public class Places {

    private final GroupRepository groups;
    private final PlaceRepository places;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;

    Places(GroupRepository groups, PlaceRepository places, Events events, WorkingDays days, Clock clock) {
        this.groups = groups;
        this.places = places;
        this.events = events;
        this.days = days;
        this.clock = clock;
    }

    /** Locks the groups until the transaction ends, in the order of their ids: before any other row. */
    public void lock(Collection<GroupId> which) {
        groups.lock(which);
    }

    /** How each of these groups stands, without a lock: to show, not to promise. */
    @Transactional(readOnly = true)
    public Map<GroupId, Availability> availability(Collection<GroupId> groups) {
        return places.availability(groups, monthStart(), days.today()).stream()
                .collect(Collectors.toMap(Availability::group, Function.identity()));
    }

    /** How one group stands; with its lock it stays so until the transaction ends. */
    @Transactional(readOnly = true)
    public Availability availability(GroupId group) {
        return places.availability(group, monthStart(), days.today());
    }

    /** Holds a place for a placement, or says what there is none of; nothing is written then. */
    public void hold(GroupId group, UUID placement, UUID referral, Actor actor) throws GroupFull {
        hold(group, placement, referral, 0, actor);
    }

    /**
     * The same for somebody who comes after others.
     *
     * @param ahead how many people a free place would go to first
     */
    public void hold(GroupId group, UUID placement, UUID referral, int ahead, Actor actor) throws GroupFull {
        groups.lock(List.of(group));
        if (places.openFor(placement).isPresent()) {
            return;
        }
        Optional<GroupFull.Of> full =
                places.availability(group, monthStart(), days.today()).full(ahead);
        if (full.isPresent()) {
            throw new GroupFull(full.get());
        }
        places.hold(group, placement, referral, clock.instant());
        events.publish(new PlaceHeld(Ids.next(), referral, placement, group, actor.by()));
    }

    /** Takes the place held for a placement; one that is taken already stays so. */
    public void take(UUID placement, Actor actor) {
        PlaceRepository.Open place = lockedFor(placement)
                .orElseThrow(() -> new IllegalStateException("no place is held for placement " + placement));
        if (!place.taken()) {
            places.take(place.id(), clock.instant());
            events.publish(new PlaceTaken(Ids.next(), place.referral(), placement, place.group(), actor.by()));
        }
    }

    /** Whether a place is the placement's own, and neither merely held nor given back. */
    @Transactional(readOnly = true)
    public boolean isTaken(UUID placement) {
        return places.openFor(placement).filter(PlaceRepository.Open::taken).isPresent();
    }

    /** Placements of a group whose place is their own. */
    @Transactional(readOnly = true)
    public List<UUID> takenIn(GroupId group) {
        return places.takenIn(group);
    }

    /** Says on which day the course ends for the person, that day included; the sweep gives the place back after it. */
    public void lastDay(UUID placement, LocalDate lastDay) {
        lockedFor(placement).ifPresent(place -> places.lastDay(place.id(), lastDay));
    }

    /** Gives the placement's place back, if it has one. */
    public void giveBack(UUID placement, GivenBack why, Actor actor) {
        lockedFor(placement).ifPresent(place -> {
            places.giveBack(place.id(), why, clock.instant());
            events.publish(new PlaceGivenBack(Ids.next(), place.referral(), placement, place.group(), actor.by(), why));
        });
    }

    /** Placements whose course has ended and whose place is still taken; {@link #giveBackEnded} is for each of them. */
    @Transactional(readOnly = true)
    public List<UUID> ended() {
        return places.ended(days.today());
    }

    /** The sweep: gives back the place of a course that has ended. Returns 1, or 0 where it was given back meanwhile. */
    public int giveBackEnded(UUID placement) {
        if (lockedFor(placement).isEmpty()) {
            return 0;
        }
        giveBack(placement, GivenBack.COURSE_ENDED, Actor.SYSTEM);
        return 1;
    }

    /** Reads the place again after locking its group: what was read before the lock may have changed meanwhile. */
    private Optional<PlaceRepository.Open> lockedFor(UUID placement) {
        return places.openFor(placement).flatMap(place -> {
            groups.lock(List.of(place.group()));
            return places.openFor(placement);
        });
    }

    private Instant monthStart() {
        return days.today().withDayOfMonth(1).atStartOfDay(WorkingDays.LONDON).toInstant();
    }
}
