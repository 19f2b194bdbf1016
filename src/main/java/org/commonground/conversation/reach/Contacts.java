package org.commonground.conversation.reach;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.PersonDeclined;
import org.commonground.conversation.PersonNotReady;
import org.commonground.conversation.appointment.Appointment;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.conversation.code.Codes;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.person.Person;
import org.commonground.person.SafeContact;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.death.Deaths;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reaching the person: attempts by ways that are safe for them, days apart, until we agree when to talk. */
@Service
@Transactional
public class Contacts {

    private static final LocalTime START_OF_DAY = LocalTime.of(9, 0);
    private static final int LONGEST_WAIT_DAYS = 92;
    private static final int LONGEST_REST_DAYS = 183;

    private final ContactRepository contacts;
    private final Appointments appointments;
    private final Notebooks notebooks;
    private final Codes codes;
    private final Referrals referrals;
    private final Deaths deaths;
    private final ContactSettings settings;
    private final WorkingDays workingDays;
    private final Events events;
    private final Clock clock;

    Contacts(
            ContactRepository contacts,
            Appointments appointments,
            Notebooks notebooks,
            Codes codes,
            Referrals referrals,
            Deaths deaths,
            ContactSettings settings,
            WorkingDays workingDays,
            Events events,
            Clock clock) {
        this.contacts = contacts;
        this.appointments = appointments;
        this.notebooks = notebooks;
        this.codes = codes;
        this.referrals = referrals;
        this.deaths = deaths;
        this.settings = settings;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records one attempt and says what follows from it. Attempts are over after so many, by so many ways; where they
     * were not ready before, they are counted anew.
     *
     * @throws Refusal for a way that is not marked safe without what was said about it; voicemail and mail that are not
     *     safe; dates that are missing or make no sense; (conflict) for a referral that has ended
     */
    public ContactOutcome make(ReferralId id, MakeContact attempt, Actor actor) {
        Commands.require(attempt);
        Person person = openFor(id);
        problems(attempt, person).refuseIfWrong();

        List<Attempt> before = attemptsOf(id);
        boolean markedSafe = person.safeContact().isSafe(attempt.way());
        Attempt made = new Attempt(
                before.size() + 1,
                attempt.way(),
                clock.instant(),
                attempt.result(),
                markedSafe ? null : attempt.whyThisWay(),
                attempt.result() == ContactResult.DECLINED ? attempt.declinedBecause() : null,
                Actors.account(actor));
        contacts.insert(id, referrals.keyOf(id), made);
        remember(id, attempt.note(), actor);
        if (!markedSafe && Boolean.TRUE.equals(attempt.nowSafe())) {
            referrals.markSafe(id, attempt.way());
        }
        return switch (attempt.result()) {
            case REACHED -> reached(id, attempt.meeting(), actor);
            case DECLINED -> declined(id, attempt.declinedBecause(), actor);
            case NOT_READY -> notReady(id, attempt.nextContactOn(), actor);
            case NO_ANSWER ->
                Round.of(before, made, contacts.lastReply(id)).isOver(settings, person)
                        ? notReached(id, person, actor)
                        : tryAgain(id, attempt, actor);
        };
    }

    /** Records whether the last letter was posted. */
    public void posted(ReferralId id, PostLastLetter letter, Actor actor) {
        Commands.require(letter);
        openFor(id);
        deaths.requireAlive(id);
        events.publish(LastLetterPosted.by(actor, id, letter.posted()));
    }

    /**
     * Records how somebody is told a last time to whom neither mail nor letter was safe. Where a letter is safe after
     * all, it counts as safe from now on.
     *
     * @throws Refusal where no address is known to write to; (conflict) for a referral that has ended
     */
    public void findAnotherWay(ReferralId id, FindAnotherWay found, Actor actor) {
        Commands.require(found);
        Person person = openFor(id);
        if (found.anotherWay() == AnotherWay.LETTER_IS_SAFE) {
            if (person.address().isEmpty()) {
                throw Refusal.invalid("anotherWay", "We have no address of theirs: choose another way");
            }
            referrals.markSafe(id, Way.LETTER);
        }
        contacts.insert(id, referrals.keyOf(id), found, clock.instant(), Actors.account(actor));
        events.publish(AnotherWayFound.by(actor, id, found.anotherWay()));
    }

    /**
     * Records what somebody said who got in touch after the last letter.
     *
     * @throws Refusal for a date that is missing or makes no sense; (conflict) for a referral that has ended
     */
    public ContactOutcome replied(ReferralId id, AwaitReply said, Actor actor) {
        Commands.require(said);
        Person person = openFor(id);
        Problems problems = new Problems();
        switch (said.reply()) {
            case REACHED -> appointments.check(said.meeting(), person, problems);
            case NOT_READY -> checkRest(problems, "askAgainOn", said.askAgainOn());
            case DECLINED ->
                problems.needSaid(said.declinedBecause(), "declinedBecause", "Choose why, or that they did not say");
        }
        problems.refuseIfWrong();
        contacts.insert(id, said.reply(), clock.instant(), Actors.account(actor));
        remember(id, said.note(), actor);
        return switch (said.reply()) {
            case REACHED -> reached(id, said.meeting(), actor);
            case NOT_READY -> notReady(id, said.askAgainOn(), actor);
            case DECLINED -> declined(id, said.declinedBecause(), actor);
        };
    }

    /** First attempt first. */
    @Transactional(readOnly = true)
    public List<Attempt> attemptsOf(ReferralId id) {
        return contacts.attempts(id, referrals.keyOf(id));
    }

    /** The attempts since the person was last reached: which is next, and what it should be. */
    @Transactional(readOnly = true)
    public Round roundOf(ReferralId id) {
        return Round.of(attemptsOf(id), contacts.lastReply(id));
    }

    public ContactSettings settings() {
        return settings;
    }

    /** The day somebody tries again unless they choose another. */
    public LocalDate usualNextContact() {
        return workingDays.after(workingDays.today(), settings.daysApart());
    }

    /** Until when we wait for somebody to whom we write today. */
    public LocalDate replyBy() {
        return workingDays.after(workingDays.today(), settings.replyWithin());
    }

    /** When and where we talk; empty before that was agreed. */
    @Transactional(readOnly = true)
    public Optional<Appointment> appointmentOf(ReferralId id) {
        return contacts.appointment(id, referrals.keyOf(id));
    }

    private void remember(ReferralId id, Narrative note, Actor actor) {
        notebooks.write(id, new Entry(note, null, null, null), actor);
    }

    private Person openFor(ReferralId id) {
        if (!referrals.lock(id).isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        return referrals.personOf(id);
    }

    private ContactOutcome reached(ReferralId id, Meeting meeting, Actor actor) {
        Instant at = appointments.agree(id, meeting, actor);
        referrals.stands(id, Standing.TALKING);
        events.publish(PersonReached.by(actor, id));
        return ContactOutcome.reached(at);
    }

    private ContactOutcome declined(ReferralId id, DeclinedBecause because, Actor actor) {
        codes.declined(id);
        events.publish(PersonDeclined.by(actor, id, because));
        return ContactOutcome.declined();
    }

    private ContactOutcome notReady(ReferralId id, LocalDate askOn, Actor actor) {
        referrals.stands(id, Standing.REACHING);
        events.publish(PersonNotReady.by(actor, id));
        return ContactOutcome.again(ContactOutcome.Next.NOT_READY, startOf(askOn));
    }

    private ContactOutcome tryAgain(ReferralId id, MakeContact attempt, Actor actor) {
        LocalDate day = attempt.nextContactOn() == null ? usualNextContact() : attempt.nextContactOn();
        referrals.stands(id, Standing.REACHING);
        events.publish(ContactMissed.by(actor, id));
        return ContactOutcome.again(ContactOutcome.Next.NO_ANSWER_TRY_AGAIN, startOf(day));
    }

    private ContactOutcome notReached(ReferralId id, Person person, Actor actor) {
        referrals.stands(id, Standing.REACHING);
        events.publish(PersonNotReached.by(actor, id));
        return ContactOutcome.notReached(letterTo(id, person));
    }

    private LetterWay letterTo(ReferralId id, Person person) {
        SafeContact contact = person.safeContact();
        if (contact.isSafe(Way.MAIL)
                && person.mail().isPresent()
                && referrals.consentsOf(id).allow(Purpose.MAIL)) {
            return LetterWay.BY_MAIL;
        }
        return contact.isSafe(Way.LETTER) && person.address().isPresent()
                ? LetterWay.BY_LETTER
                : LetterWay.NEITHER_IS_SAFE;
    }

    /** 09:00 in London: when something planned for a day comes to somebody. */
    public static Instant startOf(LocalDate day) {
        return day.atTime(START_OF_DAY).atZone(WorkingDays.LONDON).toInstant();
    }

    private Problems problems(MakeContact attempt, Person person) {
        Problems problems = new Problems();
        requireWay(problems, attempt, person.safeContact().of(attempt.way()));
        LocalDate tomorrow = workingDays.today().plusDays(1);
        switch (attempt.result()) {
            case REACHED -> appointments.check(attempt.meeting(), person, problems);
            case DECLINED ->
                problems.needSaid(attempt.declinedBecause(), "declinedBecause", "Choose why, or that they did not say");
            case NOT_READY -> checkRest(problems, "nextContactOn", attempt.nextContactOn());
            case NO_ANSWER ->
                Appointments.checkDay(problems, "nextContactOn", attempt.nextContactOn(), tomorrow, LONGEST_WAIT_DAYS);
        }
        return problems;
    }

    private void checkRest(Problems problems, String field, LocalDate askOn) {
        problems.needSaid(askOn, field, "Enter the day to ask again");
        Appointments.checkDay(problems, field, askOn, workingDays.today().plusDays(1), LONGEST_REST_DAYS);
    }

    /** A way that is not marked safe is used only because somebody said so; a voicemail or a mail never. */
    private static void requireWay(Problems problems, MakeContact attempt, Safety safety) {
        if (safety == Safety.SAFE) {
            return;
        }
        if (Round.mayBeUsedUnmarked(attempt.way())) {
            problems.needSaid(
                    attempt.whyThisWay(),
                    "whyThisWay",
                    safety == Safety.UNSAFE
                            ? "This way is marked unsafe: say what the person or the practice said about using it"
                            : "Nobody has said that this way is safe: say what the person or the practice said");
        } else {
            problems.add("way", "This way is used only where it is marked safe: choose another");
        }
    }
}
