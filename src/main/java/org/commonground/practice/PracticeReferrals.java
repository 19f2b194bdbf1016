package org.commonground.practice;

import java.util.List;
import java.util.Optional;
import org.commonground.account.PracticeId;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.Person;
import org.commonground.person.PersonRepository;
import org.commonground.referral.Reference;
import org.commonground.referral.ReferralRepository;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A practice's own referrals, for its people. Where each stands is what {@link Referrals#viewOf} tells the practice, so
 * that a page never says more than the API.
 */
@Service
@Transactional(readOnly = true)
public class PracticeReferrals {

    private final Referrals referrals;
    private final ReferralRepository rows;
    private final PersonRepository people;
    private final Practices practices;

    PracticeReferrals(Referrals referrals, ReferralRepository rows, PersonRepository people, Practices practices) {
        this.referrals = referrals;
        this.rows = rows;
        this.people = people;
        this.practices = practices;
    }

    /**
     * The newest first.
     *
     * @param from how many newer ones to leave out
     * @param most how many at most
     */
    public List<Sent> of(PracticeId practice, int from, int most) {
        return rows.ofPractices(practices.heardBy(practice), from, most).stream()
                .flatMap(reference -> find(reference, practice).stream())
                .toList();
    }

    /** Empty for a reference that is nobody's or another practice's, which look alike. */
    public Optional<Sent> find(Reference reference, PracticeId practice) {
        return referrals.viewOf(reference, practice).map(this::sent);
    }

    private Sent sent(PracticeView view) {
        Person person = people.find(referrals.find(view.referral()).person());
        return new Sent(
                view,
                person.name(),
                person.born(),
                person.nhsNumber(),
                referrals.ownRequestOf(view.referral()).referrer());
    }
}
