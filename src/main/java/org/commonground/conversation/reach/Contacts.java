package org.commonground.conversation.reach;

import java.time.LocalDate;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.conversation.PlannedDay;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.neighbourhood.Numbers;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.details.PersonDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reaching the person: attempts by ways that are safe for them, days apart, until we agree when to talk. */
@Service
@Transactional
public class Contacts {

    private final ContactRepository contacts;
    private final ContactAttempts attempts;
    private final WhatFollows follows;
    private final Appointments appointments;
    private final Notebooks notebooks;
    private final Referrals referrals;
    private final PersonDetails details;
    private final WorkingDays days;

    Contacts(
            ContactRepository contacts,
            ContactAttempts attempts,
            WhatFollows follows,
            Appointments appointments,
            Notebooks notebooks,
            Referrals referrals,
            PersonDetails details,
            WorkingDays days) {
        this.contacts = contacts;
        this.attempts = attempts;
        this.follows = follows;
        this.appointments = appointments;
        this.notebooks = notebooks;
        this.referrals = referrals;
        this.details = details;
        this.days = days;
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
        Person person = referrals.personOf(referrals.lockOpen(id).id());
        problems(attempt, person).refuseIfWrong();

        List<Attempt> before = attempts.of(id);
        boolean markedSafe = person.safeContact().isSafe(attempt.way());
        Attempt made = new Attempt(
                before.size() + 1,
                attempt.way(),
                days.now(),
                attempt.result(),
                markedSafe ? null : attempt.whyThisWay(),
                attempt.result() == ContactResult.DECLINED ? attempt.declinedBecause() : null,
                actor.signature());
        contacts.insert(id, referrals.keyOf(id), made);
        notebooks.write(id, Entry.saying(attempt.note()), actor);
        if (!markedSafe && Boolean.TRUE.equals(attempt.nowSafe())) {
            details.markSafe(id, attempt.way());
        }
        return switch (attempt.result()) {
            case REACHED -> follows.reached(id, attempt.meeting(), attempt.mayMail(), actor);
            case DECLINED -> follows.declined(id, attempt.declinedBecause(), actor);
            case NOT_READY -> follows.notReady(id, attempt.nextContactOn(), actor);
            case NO_ANSWER -> {
                Numbers numbers = attempts.numbersFor(id);
                yield Round.of(before, made, contacts.lastReply(id)).isOver(numbers, person)
                        ? follows.notReached(id, actor)
                        : follows.tryAgain(id, nextDay(attempt, numbers), actor);
            }
        };
    }

    private LocalDate nextDay(MakeContact attempt, Numbers numbers) {
        return attempt.nextContactOn() == null ? attempts.usualNextContact(numbers) : attempt.nextContactOn();
    }

    private Problems problems(MakeContact attempt, Person person) {
        Problems problems = new Problems();
        requireWay(problems, attempt, person.safeContact().of(attempt.way()));
        LocalDate tomorrow = days.today().plusDays(1);
        switch (attempt.result()) {
            case REACHED -> appointments.check(attempt.meeting(), attempt.mayMail(), person, problems);
            case DECLINED ->
                problems.needSaid(attempt.declinedBecause(), "declinedBecause", "Choose why, or that they did not say");
            case NOT_READY -> PlannedDay.checkRest(problems, "nextContactOn", attempt.nextContactOn(), days.today());
            case NO_ANSWER -> PlannedDay.check(problems, "nextContactOn", attempt.nextContactOn(), tomorrow);
        }
        return problems;
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
