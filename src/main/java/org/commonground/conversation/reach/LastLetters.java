package org.commonground.conversation.reach;

import org.commonground.account.Actor;
import org.commonground.person.Person;
import org.commonground.person.Way;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.details.PersonDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done for somebody who could not be reached, and cannot be written to a last time either. */
@Service
@Transactional
public class LastLetters {

    private final ContactRepository contacts;
    private final Referrals referrals;
    private final PersonDetails details;
    private final Events events;
    private final WorkingDays days;

    LastLetters(
            ContactRepository contacts, Referrals referrals, PersonDetails details, Events events, WorkingDays days) {
        this.contacts = contacts;
        this.referrals = referrals;
        this.details = details;
        this.events = events;
        this.days = days;
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
}
