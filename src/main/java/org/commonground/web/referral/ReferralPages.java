package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.person.Person;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.Urgency;
import org.commonground.referral.death.Deaths;
import org.commonground.web.referral.ReferralPage.Fact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a referral shows, and records every look. */
@Service
@Transactional
class ReferralPages {

    private final Referrals referrals;
    private final Deaths deaths;
    private final TriesPart tries;
    private final PersonFacts facts;
    private final NotebookPart notebook;
    private final Besides beside;
    private final Touches touches;
    private final StoryPart story;
    private final Looks looks;

    ReferralPages(
            Referrals referrals,
            Deaths deaths,
            TriesPart tries,
            PersonFacts facts,
            NotebookPart notebook,
            Besides beside,
            Touches touches,
            StoryPart story,
            Looks looks) {
        this.referrals = referrals;
        this.deaths = deaths;
        this.tries = tries;
        this.facts = facts;
        this.notebook = notebook;
        this.beside = beside;
        this.touches = touches;
        this.story = story;
        this.looks = looks;
    }

    /** The page for the team. The caller has opened the {@link Door}. */
    ReferralPage forTeam(Referral referral, Actor.SignedIn actor) {
        looks.look(referral, actor);
        Person person = referrals.personOf(referral.id());
        TriesPart.Tries tried = tries.of(referral, actor);
        NotebookPart.Book book = notebook.of(referral);
        return new ReferralPage(
                referral.reference().text(),
                person.name().text(),
                person.called().map(Personal::text).orElse(null),
                facts.age(person),
                PersonFacts.contact(person),
                facts.details(referral, person),
                facts.who(referral, person),
                StandingWords.of(referral),
                referrals.isPaused(referral.id()),
                deaths.mayHaveDied(referral.id()),
                referral.isOpen(),
                dates(referral),
                tried.comingUp(),
                tried.waiting(),
                tried.tries(),
                facts.wanted(referral),
                book.goals(),
                book.actions(),
                book.notes(),
                beside.of(referral),
                touches.of(referral.id()),
                story.of(referral, tried.names()));
    }

    private static List<Fact> dates(Referral referral) {
        List<Fact> dates = new ArrayList<>();
        dates.add(new Fact(
                "Received",
                InWords.stamp(referral.receivedAt())
                        + (referral.urgency().filter(Urgency.URGENT::equals).isPresent() ? ", urgent" : "")));
        referral.closedAt().ifPresent(at -> dates.add(new Fact("Closed", InWords.stamp(at))));
        return dates;
    }
}
