package org.commonground.group;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.NeighbourhoodId;

/**
 * A community group as its directory entry tells it.
 *
 * @param home the neighbourhood where it is at home
 * @param alsoFor others that may send people there as well
 * @param does what the group does, in words anybody may read
 * @param languages spoken there, in English words: {@code English}, {@code Somali}
 * @param cost what it costs a person, in words; null where it is free
 * @param price what one session costs at most, in pence; null where it is free or differs from person to person
 * @param weeks length of the course, or null where people stay until they leave
 * @param fromHome whether people can take part by phone or online
 * @param waitingList whether people may wait for a place while the group is full
 */
public record Group(
        GroupId id,
        NeighbourhoodId home,
        Set<NeighbourhoodId> alsoFor,
        String name,
        String does,
        GroupKind kind,
        Tier tier,
        Set<Need> meets,
        Set<Support> offers,
        WhoFor whoFor,
        Set<String> languages,
        List<Session> sessions,
        String cost,
        Integer price,
        Integer weeks,
        Capacity capacity,
        Venue venue,
        boolean fromHome,
        boolean waitingList) {

    public Group {
        alsoFor = Set.copyOf(alsoFor);
        meets = Set.copyOf(meets);
        offers = Set.copyOf(offers);
        languages = Set.copyOf(languages);
        sessions = List.copyOf(sessions);
    }

    /** The same group, meeting there. */
    Group at(Venue place) {
        return new Group(
                id,
                home,
                alsoFor,
                name,
                does,
                kind,
                tier,
                meets,
                offers,
                whoFor,
                languages,
                sessions,
                cost,
                price,
                weeks,
                capacity,
                place,
                fromHome,
                waitingList);
    }

    /** Whether people of a neighbourhood may be sent there. */
    public boolean isFor(NeighbourhoodId neighbourhood) {
        return home.equals(neighbourhood) || alsoFor.contains(neighbourhood);
    }

    /** {@code Tuesday 14:00 to 16:00, Thursday 10:00 to 12:00}. */
    public String sessionsInWords() {
        return String.join(", ", sessions.stream().map(Session::inWords).toList());
    }

    /** When it meets next after a day; empty for a group without sessions. */
    public Optional<NextSession> nextAfter(LocalDate day) {
        return sessions.stream()
                .map(session -> session.nextAfter(day))
                .min(Comparator.comparing(NextSession::on).thenComparing(NextSession::at));
    }
}
