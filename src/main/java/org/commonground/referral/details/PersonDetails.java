package org.commonground.referral.details;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.People;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralRepository;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who a person is and how to reach them, as that changes. Whoever asks has been authorised by the caller. */
@Service
@Transactional
public class PersonDetails {

    private final Referrals referrals;
    private final ReferralRepository rows;
    private final People people;
    private final ConsentAnswers consents;
    private final Practices practices;
    private final WorkingDays days;
    private final Events events;

    PersonDetails(
            Referrals referrals,
            ReferralRepository rows,
            People people,
            ConsentAnswers consents,
            Practices practices,
            WorkingDays days,
            Events events) {
        this.referrals = referrals;
        this.rows = rows;
        this.people = people;
        this.consents = consents;
        this.practices = practices;
        this.days = days;
        this.events = events;
    }

    /** As they are now. */
    @Transactional(readOnly = true)
    public ChangeDetails of(ReferralId id) {
        Referral referral = referrals.find(id);
        return ChangeDetails.of(people.find(referral.person()), referral.practice());
    }

    /**
     * Keeps what is different now; the search finds the person by it, and mails that are still to go use it. Of each
     * part that has changed the story says so, without values. Where the practice has changed, the answer about feedback
     * is recorded as one of the person's for the new one.
     *
     * @param seen the mark of what whoever changes it was shown
     * @return what has changed
     * @throws Refusal for wrong input, and (conflict) where it was changed after it had been shown
     */
    public Set<Detail> change(ReferralId id, String seen, ChangeDetails wanted, Actor actor) {
        Commands.require(wanted);
        Referral referral = referrals.lock(id);
        ChangeDetails before = of(id);
        if (!before.mark().equals(seen)) {
            throw Refusal.conflict(
                    "Somebody else changed these details meanwhile. Here is what is known now: change what is still to change.");
        }
        Set<Detail> changed = different(before, wanted);
        if (changed.contains(Detail.PRACTICE)) {
            movePractice(referral, wanted, actor);
        }
        if (!changed.isEmpty()) {
            people.change(wanted.of(people.find(referral.person())));
        }
        changed.forEach(detail -> events.publish(DetailsChanged.by(actor, id, detail)));
        return changed;
    }

    /** Notes that somebody has made sure that a way of reaching the person is safe. */
    public void markSafe(ReferralId id, Way way) {
        people.mark(referrals.find(id).person(), way, Safety.SAFE);
    }

    /** Keeps the person's right mail address. Whether mail is a safe way stays as it was. */
    public void changeMail(ReferralId id, MailAddress mail, Actor actor) {
        people.changeMail(referrals.lock(id).person(), mail);
        events.publish(ContactChanged.by(actor, id, Way.MAIL));
    }

    private void movePractice(Referral referral, ChangeDetails wanted, Actor actor) {
        practices
                .find(wanted.practice())
                .filter(this::refers)
                .orElseThrow(() -> Refusal.invalid("practice", "Choose a practice that still refers"));
        if (wanted.practiceMayHear() == null) {
            throw Refusal.invalid("practiceMayHear", "Say whether the new practice may hear how it goes");
        }
        rows.movePractice(referral.id(), wanted.practice());
        consents.answer(referral.id(), AnswerConsent.byThePerson(Purpose.FEEDBACK, wanted.practiceMayHear()), actor);
    }

    private boolean refers(Practice practice) {
        return !practice.hasEnded(days.today());
    }

    private static Set<Detail> different(ChangeDetails one, ChangeDetails other) {
        return Stream.of(Detail.values())
                .filter(detail -> !one.same(detail, other))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Detail.class)));
    }
}
