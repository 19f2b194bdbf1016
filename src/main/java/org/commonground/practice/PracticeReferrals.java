package org.commonground.practice;

import java.util.List;
import java.util.Optional;
import org.commonground.account.PracticeId;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.Person;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.duplicate.Duplicates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a practice may know of its own referrals. A page for its people never says more than its system is told, because
 * both are told {@link #viewOf}.
 */
@Service
@Transactional(readOnly = true)
public class PracticeReferrals {

    private final Referrals referrals;
    private final ConsentAnswers consents;
    private final Duplicates duplicates;
    private final Practices practices;

    PracticeReferrals(Referrals referrals, ConsentAnswers consents, Duplicates duplicates, Practices practices) {
        this.referrals = referrals;
        this.consents = consents;
        this.duplicates = duplicates;
        this.practices = practices;
    }

    /**
     * What a practice may know of its own referral, or of one whose practice it took over from. Without consent to
     * feedback: received while it is open, then closed, and not reached where nobody could be.
     *
     * @return empty for a reference that is nobody's or another practice's, which look alike
     */
    public Optional<PracticeView> viewOf(Reference reference, PracticeId practice) {
        return referrals
                .byReference(reference)
                .filter(referral -> practices.heirOf(referral.practice()).equals(practice))
                .map(this::viewOf);
    }

    private PracticeView viewOf(Referral referral) {
        boolean feedback = consents.of(referral.id()).allow(Purpose.FEEDBACK);
        return duplicates
                .joinedElsewhere(referral)
                .map(other -> PracticeView.joined(referral, other, feedback))
                .orElseGet(() -> PracticeView.of(referral, feedback));
    }

    /**
     * The newest first.
     *
     * @param from how many newer ones to leave out
     * @param most how many at most
     */
    public List<Sent> of(PracticeId practice, int from, int most) {
        return referrals.ofPractices(practices.heardBy(practice), from, most).stream()
                .flatMap(reference -> find(reference, practice).stream())
                .toList();
    }

    /** Empty for a reference that is nobody's or another practice's, which look alike. */
    public Optional<Sent> find(Reference reference, PracticeId practice) {
        return viewOf(reference, practice).map(this::sent);
    }

    private Sent sent(PracticeView view) {
        Person person = referrals.personOf(view.referral());
        return new Sent(
                view,
                person.name(),
                person.born(),
                person.nhsNumber(),
                referrals.requestOf(view.referral()).referrer());
    }
}
