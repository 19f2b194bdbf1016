package org.commonground.conversation.reach;

import org.commonground.account.Actor;
import org.commonground.person.Person;
import org.commonground.person.SafeContact;
import org.commonground.person.Way;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.death.Deaths;
import org.commonground.referral.details.PersonDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last letter to somebody who could not be reached: which way it takes, and that it went. */
@Service
@Transactional
public class LastLetters {

    private final ContactRepository contacts;
    private final Referrals referrals;
    private final PersonDetails details;
    private final ConsentAnswers consents;
    private final Deaths deaths;
    private final Events events;
    private final WorkingDays days;

    LastLetters(
            ContactRepository contacts,
            Referrals referrals,
            PersonDetails details,
            ConsentAnswers consents,
            Deaths deaths,
            Events events,
            WorkingDays days) {
        this.contacts = contacts;
        this.referrals = referrals;
        this.details = details;
        this.consents = consents;
        this.deaths = deaths;
        this.events = events;
        this.days = days;
    }

    /** Records whether the last letter was posted. */
    public void posted(ReferralId id, PostLastLetter letter, Actor actor) {
        Commands.require(letter);
        referrals.lockOpen(id);
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
        Person person = referrals.personOf(referrals.lockOpen(id).id());
        if (found.anotherWay() == AnotherWay.LETTER_IS_SAFE) {
            if (person.address().isEmpty()) {
                throw Refusal.invalid("anotherWay", "We have no address of theirs: choose another way");
            }
            details.markSafe(id, Way.LETTER);
        }
        contacts.insert(id, referrals.keyOf(id), found, days.now(), actor.signature());
        events.publish(AnotherWayFound.by(actor, id, found.anotherWay()));
    }

    /** By which way it goes, as far as any is safe. */
    LetterWay wayTo(ReferralId id, Person person) {
        SafeContact contact = person.safeContact();
        if (contact.isSafe(Way.MAIL)
                && person.mail().isPresent()
                && consents.of(id).allow(Purpose.MAIL)) {
            return LetterWay.BY_MAIL;
        }
        return contact.isSafe(Way.LETTER) && person.address().isPresent()
                ? LetterWay.BY_LETTER
                : LetterWay.NEITHER_IS_SAFE;
    }
}
