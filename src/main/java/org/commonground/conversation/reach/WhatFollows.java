package org.commonground.conversation.reach;

import java.time.Instant;
import java.time.LocalDate;
import org.commonground.account.Actor;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.conversation.PersonDeclined;
import org.commonground.conversation.PersonNotReady;
import org.commonground.conversation.PlannedDay;
import org.commonground.conversation.appointment.Appointments;
import org.commonground.conversation.appointment.Meeting;
import org.commonground.conversation.code.Codes;
import org.commonground.platform.event.Events;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.commonground.referral.linkworker.LinkWorkers;
import org.springframework.stereotype.Component;

/** What follows from an attempt or a reply: the referral stands there, and whoever listens hears of it. */
@Component
class WhatFollows {

    private final Appointments appointments;
    private final LinkWorkers linkWorkers;
    private final Codes codes;
    private final Referrals referrals;
    private final Events events;

    WhatFollows(Appointments appointments, LinkWorkers linkWorkers, Codes codes, Referrals referrals, Events events) {
        this.linkWorkers = linkWorkers;
        this.appointments = appointments;
        this.codes = codes;
        this.referrals = referrals;
        this.events = events;
    }

    ContactOutcome reached(ReferralId id, Meeting meeting, Boolean mayMail, Actor actor) {
        Instant at = appointments.agree(id, meeting, mayMail, actor);
        linkWorkers.reached(id, actor);
        referrals.stands(id, Standing.TALKING);
        events.publish(PersonReached.by(actor, id));
        return ContactOutcome.reached(at);
    }

    ContactOutcome declined(ReferralId id, DeclinedBecause because, Actor actor) {
        codes.declined(id);
        events.publish(PersonDeclined.by(actor, id, because));
        return ContactOutcome.declined();
    }

    ContactOutcome notReady(ReferralId id, LocalDate askOn, Actor actor) {
        referrals.stands(id, Standing.REACHING);
        events.publish(PersonNotReady.by(actor, id));
        return ContactOutcome.again(ContactOutcome.Next.NOT_READY, PlannedDay.startOf(askOn));
    }

    ContactOutcome tryAgain(ReferralId id, LocalDate day, Actor actor) {
        referrals.stands(id, Standing.REACHING);
        events.publish(ContactMissed.by(actor, id));
        return ContactOutcome.again(ContactOutcome.Next.NO_ANSWER_TRY_AGAIN, PlannedDay.startOf(day));
    }

    ContactOutcome notReached(ReferralId id, Actor actor) {
        referrals.stands(id, Standing.REACHING);
        events.publish(PersonNotReached.by(actor, id));
        return ContactOutcome.notReached();
    }
}
