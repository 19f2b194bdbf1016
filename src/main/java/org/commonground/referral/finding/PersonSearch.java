package org.commonground.referral.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Mark;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the referrals of a person by what somebody knows of them. Every search is an event. */
@Service
@Transactional
public class PersonSearch {

    private final PersonSearchRepository repository;
    private final Teams teams;
    private final Events events;

    PersonSearch(PersonSearchRepository repository, Teams teams, Events events) {
        this.repository = repository;
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
        return own.isEmpty() ? List.of() : repository.find(marks(search), search.reference(), own, most);
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
