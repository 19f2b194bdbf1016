package org.commonground.conversation.appointment;

import java.time.Instant;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.conversation.PlannedDay;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.details.PersonDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreeing when and where we talk, wherever that is agreed: when reached, after the last letter, in a conversation. */
@Service
@Transactional
public class Appointments {

    private final AppointmentRepository appointments;
    private final Referrals referrals;
    private final PersonDetails details;
    private final ConsentAnswers consents;
    private final WorkingDays workingDays;

    Appointments(
            AppointmentRepository appointments,
            Referrals referrals,
            PersonDetails details,
            ConsentAnswers consents,
            WorkingDays workingDays) {
        this.appointments = appointments;
        this.referrals = referrals;
        this.details = details;
        this.consents = consents;
        this.workingDays = workingDays;
    }

    /** When and where we talk; empty before that was agreed. */
    @Transactional(readOnly = true)
    public Optional<Appointment> of(ReferralId id) {
        return appointments.find(id, referrals.keyOf(id));
    }

    /**
     * Says under each field in {@code problems} what is missing or makes no sense.
     *
     * @param mayMail whether they want the appointment by mail, and it is safe; null where it was not asked
     */
    public void check(Meeting meeting, Boolean mayMail, Person person, Problems problems) {
        problems.needSaid(meeting.conversationOn(), "conversationOn", "Enter the day you will talk");
        problems.needSaid(meeting.conversationAt(), "conversationAt", "Enter the time you will talk");
        problems.needSaid(meeting.conversationPlace(), "conversationPlace", "Enter where you will talk, or how");
        PlannedDay.check(problems, "conversationOn", meeting.conversationOn(), workingDays.today());
        if (Boolean.TRUE.equals(mayMail)) {
            problems.need(person.mail().isPresent(), "mayMail", "We have no mail address of theirs: choose no")
                    .need(
                            person.safeContact().of(Way.MAIL) != Safety.UNSAFE,
                            "mayMail",
                            "Mail is not safe for this person: choose no");
        }
    }

    /** Keeps it in place of an earlier one; the meeting has been checked. */
    public Instant agree(ReferralId id, Meeting meeting, Boolean mayMail, Actor actor) {
        Instant at = meeting.conversationOn()
                .atTime(meeting.conversationAt())
                .atZone(WorkingDays.LONDON)
                .toInstant();
        appointments.agree(
                id,
                referrals.keyOf(id),
                new Appointment(
                        at, meeting.conversationPlace(), actor.ownAccount().orElse(null)));
        if (mayMail != null) {
            consents.answer(id, AnswerConsent.byThePerson(Purpose.MAIL, mayMail), actor);
        }
        if (Boolean.TRUE.equals(mayMail)) {
            details.markSafe(id, Way.MAIL);
        }
        return at;
    }
}
