package org.commonground.conversation.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.Actors;
import org.commonground.conversation.reach.ContactRepository;
import org.commonground.person.Person;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.AnswerConsent;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Component;

/** Agreeing when and where we talk, wherever that is agreed: when reached, after the last letter, in a conversation. */
@Component
public class Appointments {

    private static final int LONGEST_WAIT_DAYS = 92;

    private final ContactRepository contacts;
    private final Referrals referrals;
    private final WorkingDays workingDays;

    Appointments(ContactRepository contacts, Referrals referrals, WorkingDays workingDays) {
        this.contacts = contacts;
        this.referrals = referrals;
        this.workingDays = workingDays;
    }

    /** Says under each field in {@code problems} what is missing or makes no sense. */
    public void check(Meeting meeting, Person person, Problems problems) {
        problems.needSaid(meeting.on(), "conversationOn", "Enter the day you will talk");
        problems.needSaid(meeting.at(), "conversationAt", "Enter the time you will talk");
        problems.needSaid(meeting.place(), "conversationPlace", "Enter where you will talk, or how");
        checkDay(problems, "conversationOn", meeting.on(), workingDays.today(), LONGEST_WAIT_DAYS);
        mayMail(meeting, person).ifPresent(message -> problems.add("mayMail", message));
    }

    /** A day that is not before the earliest and not more than so many days after it; null passes. */
    public static void checkDay(Problems problems, String field, LocalDate day, LocalDate earliest, int mostDaysLater) {
        if (day != null && day.isBefore(earliest)) {
            problems.add(field, "Choose a day that is still to come");
        } else if (day != null && day.isAfter(earliest.plusDays(mostDaysLater))) {
            problems.add(field, "Choose a day within the next " + mostDaysLater / 30 + " months");
        }
    }

    /** Keeps it in place of an earlier one; the meeting has been checked. */
    public Instant agree(ReferralId id, Meeting meeting, Actor actor) {
        Instant at =
                meeting.on().atTime(meeting.at()).atZone(WorkingDays.LONDON).toInstant();
        contacts.agree(id, referrals.keyOf(id), new Appointment(at, meeting.place(), Actors.account(actor)));
        if (meeting.mayMail() != null) {
            referrals.answerConsent(id, AnswerConsent.byThePerson(Purpose.MAIL, meeting.mayMail()), actor);
        }
        if (Boolean.TRUE.equals(meeting.mayMail())) {
            referrals.markSafe(id, Way.MAIL);
        }
        return at;
    }

    private static Optional<String> mayMail(Meeting meeting, Person person) {
        if (!Boolean.TRUE.equals(meeting.mayMail())) {
            return Optional.empty();
        }
        if (person.mail().isEmpty()) {
            return Optional.of("We have no mail address of theirs: choose no");
        }
        return person.safeContact().of(Way.MAIL) == Safety.UNSAFE
                ? Optional.of("Mail is not safe for this person: choose no")
                : Optional.empty();
    }
}
