package org.commonground.referral.intake;

import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.People;
import org.commonground.person.PersonId;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.Digests;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralRepository;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.death.Deaths;
import org.commonground.referral.duplicate.Duplicates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a practice's message, once however often it is sent. */
@Service
@Transactional
public class Intake {

    private static final int OLDEST = 130;

    private final ReferralRepository referrals;
    private final People people;
    private final Duplicates duplicates;
    private final Deaths deaths;
    private final ConsentAnswers consents;
    private final ReceiptRepository receipts;
    private final Practices practices;
    private final WorkingDays workingDays;
    private final Events events;

    Intake(
            ReferralRepository referrals,
            People people,
            Duplicates duplicates,
            Deaths deaths,
            ConsentAnswers consents,
            ReceiptRepository receipts,
            Practices practices,
            WorkingDays workingDays,
            Events events) {
        this.referrals = referrals;
        this.people = people;
        this.duplicates = duplicates;
        this.deaths = deaths;
        this.consents = consents;
        this.receipts = receipts;
        this.practices = practices;
        this.workingDays = workingDays;
        this.events = events;
    }

    /**
     * Takes a practice's referral; the same message again answers the first one's reference, however many come at once.
     *
     * @param idempotencyKey the sender's key for this message; may be null where the message has a number of its own
     * @throws Refusal for wrong input, neither key nor number, or (conflict) other content under the same key or number
     */
    public Receipt receive(ReferralMessage message, String idempotencyKey, Actor.Practice practice) {
        return receive(message, idempotencyKey, practice.practice(), practice);
    }

    /**
     * As {@link #receive}, for a practice that somebody signed in speaks for: its own staff, or a link worker on the
     * phone with it. The caller has authorised that.
     *
     * @param key made when the page was opened; the same page sent twice is one referral
     */
    public Receipt record(ReferralMessage message, String key, PracticeId practice, Actor.SignedIn actor) {
        return receive(message, key, practice, actor);
    }

    /** What would be refused in a message, field by field, all at once; empty where nothing is. */
    @Transactional(readOnly = true)
    public Map<String, String> problemsOf(ReferralMessage message, String idempotencyKey) {
        return problems(message, idempotencyKey);
    }

    private Map<String, String> problems(ReferralMessage message, String key) {
        Problems problems = new Problems().check(message);
        if (message.person() != null && message.person().dateOfBirth() != null) {
            int age = message.person().dateOfBirth().ageOn(workingDays.today());
            if (message.person().dateOfBirth().date().isAfter(workingDays.today())) {
                problems.add("person.dateOfBirth", "The date of birth lies in the future");
            } else if (age > OLDEST) {
                problems.add("person.dateOfBirth", "The date of birth lies more than 130 years back");
            }
        }
        if (key == null && message.ownNumber() == null) {
            problems.add(
                    "ownNumber",
                    "Give your own number for this referral, or send an Idempotency-Key header,"
                            + " so that we recognise it if it comes twice");
        }
        if (key != null && (key.isBlank() || key.length() > 200)) {
            problems.add("Idempotency-Key", "The header must have 1 to 200 characters");
        }
        return problems.byField();
    }

    /**
     * The number is claimed before the key, always, so that two messages at once cannot wait for each other. A claim
     * waits for whoever holds the same number or key, and then finds what they made.
     */
    private Receipt receive(ReferralMessage message, String key, PracticeId practice, Actor actor) {
        new Problems().addAll(problems(message, key)).refuseIfWrong();
        byte[] content = Digests.of(message);
        ReferralId mine = ReferralId.next();
        ReferralId first = mine;
        if (message.ownNumber() != null) {
            byte[] number = Digests.of(message.ownNumber().text());
            first = claim(practice, ReceiptRepository.OWN_NUMBER, number, content, first);
        }
        if (key != null) {
            first = claim(practice, ReceiptRepository.KEY, Digests.of(key), content, first);
        }
        return first.equals(mine) ? take(mine, message, practice, actor) : again(first);
    }

    private ReferralId claim(PracticeId practice, String kind, byte[] digest, byte[] content, ReferralId mine) {
        Optional<ReferralId> first = receipts.claim(practice, kind, digest, content, mine);
        return first.orElseThrow(() -> Refusal.conflict(
                kind.equals(ReceiptRepository.KEY)
                        ? "This Idempotency-Key came before with other content"
                        : "This number came before with other content"));
    }

    private Receipt again(ReferralId first) {
        Referral referral = referrals.find(first).orElseThrow();
        return new Receipt(first, referral.reference(), true);
    }

    private Receipt take(ReferralId id, ReferralMessage message, PracticeId of, Actor actor) {
        Practice practice = practices.find(of).orElseThrow();
        PersonId person = PersonId.next();
        SubjectKey key = people.add(
                message.person().as(person, message.contact().asSafeContact()),
                message.person().nhsNumberMissing());
        Referral referral;
        do {
            referral = new Referral(
                    id,
                    Reference.random(),
                    practice.id(),
                    practice.neighbourhood(),
                    practice.team(),
                    person,
                    message.urgency(),
                    Optional.empty(),
                    Standing.RECEIVED,
                    Optional.empty(),
                    workingDays.now(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } while (!referrals.insert(referral, message.request(), message.ownNumber(), key));
        duplicates.lookFor(referral);
        consents.first(id, message.consent().answers(), key, actor);
        events.publish(ReferralReceived.by(actor, id));
        deaths.received(id);
        return new Receipt(id, referral.reference(), false);
    }
}
