package org.commonground.referral.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Known;
import org.commonground.person.Mark;
import org.commonground.person.People;
import org.commonground.person.PersonId;
import org.commonground.person.Recognition;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the referrals of a person by what somebody knows of them. Every search is an event. */
@Service
@Transactional
public class PersonSearch {

    private final ReferralRepository referrals;
    private final Recognition recognition;
    private final People people;
    private final Teams teams;
    private final Events events;

    PersonSearch(ReferralRepository referrals, Recognition recognition, People people, Teams teams, Events events) {
        this.referrals = referrals;
        this.recognition = recognition;
        this.people = people;
        this.teams = teams;
        this.events = events;
    }

    /**
     * The referrals, open or closed, of the teams this actor works in or leads, for whose person all that is asked is
     * true: open ones first, then the newest.
     *
     * @param most how many at most; ask for one more than is shown, to know whether there are more
     * @throws Refusal (invalid, field {@code search}) where nothing is asked
     */
    public List<Found> find(Search search, Actor.SignedIn actor, int most) {
        if (search.isEmpty()) {
            throw Refusal.invalid(
                    "search", "Enter a name, a date of birth, a phone number, an NHS number or a reference");
        }
        Set<TeamId> own = teams.workedInBy(actor);
        events.publish(PeopleSearched.by(actor, search));
        return own.isEmpty() ? List.of() : found(search, own, most);
    }

    private List<Found> found(Search search, Set<TeamId> teams, int most) {
        List<Referral> found = referrals.search(search.reference(), wanted(search), teams, most);
        Map<PersonId, Known> known =
                people.known(found.stream().map(Referral::person).toList());
        return found.stream()
                .map(referral -> Found.of(referral, known.get(referral.person())))
                .toList();
    }

    /** Whoever has all that is asked of a person; null where nothing of a person is asked. */
    private Set<PersonId> wanted(Search search) {
        return marks(search).stream()
                .map(recognition::having)
                .reduce(PersonSearch::both)
                .orElse(null);
    }

    private static Set<PersonId> both(Set<PersonId> one, Set<PersonId> other) {
        Set<PersonId> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** For each, a person must have every mark of one of its lists. */
    private static List<Collection<List<Mark>>> marks(Search search) {
        List<Collection<List<Mark>>> all = new ArrayList<>();
        if (search.name() != null) {
            // a set: a name of one word is asked once
            all.add(new LinkedHashSet<>(
                    List.of(List.copyOf(Mark.words(search.name())), List.of(Mark.whole(search.name())))));
        }
        if (search.born() != null) {
            all.add(List.of(List.of(Mark.born(search.born()))));
        }
        if (search.phone() != null) {
            all.add(List.of(List.of(Mark.phone(search.phone()))));
        }
        if (search.nhsNumber() != null) {
            all.add(List.of(List.of(Mark.nhsNumber(search.nhsNumber()))));
        }
        return all;
    }
}
