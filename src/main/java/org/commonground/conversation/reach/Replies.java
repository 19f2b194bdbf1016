package org.commonground.conversation.reach;

import org.commonground.account.Actor;
import org.commonground.conversation.PlannedDay;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.notebook.Entry;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.person.Person;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody says who gets in touch after the last letter. */
@Service
@Transactional
public class Replies {

    private final ContactRepository contacts;
    private final WhatFollows follows;
    private final Appointments appointments;
    private final Notebooks notebooks;
    private final Referrals referrals;
    private final WorkingDays days;

    Replies(
            ContactRepository contacts,
            WhatFollows follows,
            Appointments appointments,
            Notebooks notebooks,
            Referrals referrals,
            WorkingDays days) {
        this.contacts = contacts;
        this.follows = follows;
        this.appointments = appointments;
        this.notebooks = notebooks;
        this.referrals = referrals;
        this.days = days;
    }

    /**
     * Records what somebody said who got in touch after the last letter.
     *
     * @throws Refusal for a date that is missing or makes no sense; (conflict) for a referral that has ended
     */
    public ContactOutcome replied(ReferralId id, AwaitReply said, Actor actor) {
        Commands.require(said);
        Person person = referrals.personOf(referrals.lockOpen(id).id());
        Problems problems = new Problems();
        switch (said.reply()) {
            case REACHED -> appointments.check(said.meeting(), said.mayMail(), person, problems);
            case NOT_READY -> PlannedDay.checkRest(problems, "askAgainOn", said.askAgainOn(), days.today());
            case DECLINED ->
                problems.needSaid(said.declinedBecause(), "declinedBecause", "Choose why, or that they did not say");
        }
        problems.refuseIfWrong();
        contacts.insert(id, said.reply(), days.now(), actor.signature());
        notebooks.write(id, Entry.saying(said.note()), actor);
        return switch (said.reply()) {
            case REACHED -> follows.reached(id, said.meeting(), said.mayMail(), actor);
            case NOT_READY -> follows.notReady(id, said.askAgainOn(), actor);
            case DECLINED -> follows.declined(id, said.declinedBecause(), actor);
        };
    }
}
