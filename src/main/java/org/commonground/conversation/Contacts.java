package org.commonground.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.refusal.Valid;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.AnswerConsent;
import org.commonground.referral.Person;
import org.commonground.referral.Purpose;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Safety;
import org.commonground.referral.Standing;
import org.commonground.referral.Way;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reaching the person: attempts by ways that are safe for them, days apart, until we agree when to talk. */
@Service
@Transactional
public class Contacts {

    private static final LocalTime START_OF_DAY = LocalTime.of(9, 0);
    private static final int LONGEST_WAIT_DAYS = 92;

    private final ContactRepository contacts;
    private final Codes codes;
    private final Referrals referrals;
    private final ContactSettings settings;
    private final WorkingDays workingDays;
    private final Events events;
    private final Clock clock;

    Contacts(
            ContactRepository contacts,
            Codes codes,
            Referrals referrals,
            ContactSettings settings,
            WorkingDays workingDays,
            Events events,
            Clock clock) {
        this.contacts = contacts;
        this.codes = codes;
        this.referrals = referrals;
        this.settings = settings;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records one attempt and says what follows from it.
     *
     * @throws Refusal for a way that is unsafe, or unknown and unchecked; for dates that are missing or make no sense;
     *     (conflict) for a referral that has ended
     */
    public ContactOutcome make(ReferralId id, MakeContact attempt, Actor actor) {
        Valid.require(attempt);
        Referral referral = referrals.lock(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        Person person = referrals.personOf(id);
        refuse(problems(attempt, person));

        int number = contacts.attempts(id).size() + 1;
        boolean checked = person.safeContact().of(attempt.way()) == Safety.UNKNOWN;
        contacts.insert(
                id,
                new Attempt(number, attempt.way(), clock.instant(), attempt.result(), Actors.account(actor)),
                checked);
        if (checked) {
            referrals.markSafe(id, attempt.way());
        }
        return switch (attempt.result()) {
            case REACHED -> reached(id, attempt, actor);
            case DECLINED -> declined(id, actor);
            case NO_ANSWER -> number < settings.attempts() ? tryAgain(id, attempt, actor) : notReached(id, actor);
        };
    }

    /** First attempt first. */
    @Transactional(readOnly = true)
    public List<Attempt> attemptsOf(ReferralId id) {
        return contacts.attempts(id);
    }

    /** How many attempts there are before a referral is closed as not reached. */
    public int attempts() {
        return settings.attempts();
    }

    /** The day somebody tries again unless they choose another. */
    public LocalDate usualNextContact() {
        return workingDays.after(workingDays.today(), settings.daysApart());
    }

    /** When and where we talk; empty before that was agreed. */
    @Transactional(readOnly = true)
    public Optional<Appointment> appointmentOf(ReferralId id) {
        return contacts.appointment(id, referrals.keyOf(id));
    }

    private ContactOutcome reached(ReferralId id, MakeContact attempt, Actor actor) {
        Instant at = attempt.conversationOn()
                .atTime(attempt.conversationAt())
                .atZone(WorkingDays.LONDON)
                .toInstant();
        contacts.agree(
                id, referrals.keyOf(id), new Appointment(at, attempt.conversationPlace(), Actors.account(actor)));
        if (attempt.mayMail() != null) {
            referrals.answerConsent(id, AnswerConsent.byThePerson(Purpose.MAIL, attempt.mayMail()), actor);
        }
        if (Boolean.TRUE.equals(attempt.mayMail())) {
            referrals.markSafe(id, Way.MAIL);
        }
        referrals.stands(id, Standing.TALKING);
        events.publish(PersonReached.by(actor, id));
        return new ContactOutcome(ContactOutcome.Next.REACHED, null, at);
    }

    private ContactOutcome declined(ReferralId id, Actor actor) {
        codes.declined(id);
        events.publish(PersonDeclined.by(actor, id));
        return new ContactOutcome(ContactOutcome.Next.DECLINED, null, null);
    }

    private ContactOutcome tryAgain(ReferralId id, MakeContact attempt, Actor actor) {
        LocalDate day = attempt.nextContactOn() == null ? usualNextContact() : attempt.nextContactOn();
        referrals.stands(id, Standing.REACHING);
        events.publish(ContactMissed.by(actor, id));
        Instant at = day.atTime(START_OF_DAY).atZone(WorkingDays.LONDON).toInstant();
        return new ContactOutcome(ContactOutcome.Next.NO_ANSWER_TRY_AGAIN, at, null);
    }

    private ContactOutcome notReached(ReferralId id, Actor actor) {
        events.publish(PersonNotReached.by(actor, id));
        return new ContactOutcome(ContactOutcome.Next.NOT_REACHED, null, null);
    }

    private Map<String, String> problems(MakeContact attempt, Person person) {
        Map<String, String> problems = new TreeMap<>();
        Safety safety = person.safeContact().of(attempt.way());
        if (safety == Safety.UNSAFE) {
            problems.put("way", "This way is not safe for this person: choose another");
        } else if (safety == Safety.UNKNOWN && !Boolean.TRUE.equals(attempt.checkedSafe())) {
            problems.put(
                    "checkedSafe", "Nobody has said that this way is safe: make sure before you use it, and say so");
        }
        if (attempt.result() == ContactResult.REACHED) {
            require(problems, "conversationOn", "Enter the day you will talk", attempt.conversationOn());
            require(problems, "conversationAt", "Enter the time you will talk", attempt.conversationAt());
            require(problems, "conversationPlace", "Enter where you will talk, or how", attempt.conversationPlace());
            checkDay(problems, "conversationOn", attempt.conversationOn(), workingDays.today());
            mayMail(attempt, person).ifPresent(message -> problems.put("mayMail", message));
        } else if (attempt.result() == ContactResult.NO_ANSWER) {
            checkDay(
                    problems,
                    "nextContactOn",
                    attempt.nextContactOn(),
                    workingDays.today().plusDays(1));
        }
        return problems;
    }

    private static Optional<String> mayMail(MakeContact attempt, Person person) {
        if (!Boolean.TRUE.equals(attempt.mayMail())) {
            return Optional.empty();
        }
        if (person.mail().isEmpty()) {
            return Optional.of("We have no mail address of theirs: choose no");
        }
        return person.safeContact().of(Way.MAIL) == Safety.UNSAFE
                ? Optional.of("Mail is not safe for this person: choose no")
                : Optional.empty();
    }

    private void checkDay(Map<String, String> problems, String field, LocalDate day, LocalDate earliest) {
        if (day != null && day.isBefore(earliest)) {
            problems.put(field, "Choose a day that is still to come");
        } else if (day != null && day.isAfter(earliest.plusDays(LONGEST_WAIT_DAYS))) {
            problems.put(field, "Choose a day within the next three months");
        }
    }

    private static void require(Map<String, String> problems, String field, String message, Object value) {
        if (value == null) {
            problems.put(field, message);
        }
    }

    private static void refuse(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
