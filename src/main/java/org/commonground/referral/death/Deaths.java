package org.commonground.referral.death;

import java.time.Clock;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.person.Mark;
import org.commonground.person.PersonId;
import org.commonground.person.PersonIndexRepository;
import org.commonground.person.PersonRepository;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.ReferralRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who died may be in the service more than once: each referral has a person of its own. From the moment a death is
 * recorded nobody with the same NHS number is sent anything, in whichever referral; whether it is their person each team
 * finds out. Nothing of another referral is changed or locked here: what may be sent is asked when it is sent.
 */
@Service
@Transactional
public class Deaths {

    private final DeathRepository deaths;
    private final ReferralRepository referrals;
    private final PersonRepository people;
    private final PersonIndexRepository index;
    private final Events events;
    private final Clock clock;

    Deaths(
            DeathRepository deaths,
            ReferralRepository referrals,
            PersonRepository people,
            PersonIndexRepository index,
            Events events,
            Clock clock) {
        this.deaths = deaths;
        this.referrals = referrals;
        this.people = people;
        this.index = index;
        this.events = events;
        this.clock = clock;
    }

    /** A death has been recorded: the teams of this person's other referrals hear of it. */
    public void recorded(ReferralId id) {
        PersonId person = referrals.find(id).orElseThrow().person();
        // a referral that comes at this moment finds the death, or is found here
        index.lock(Mark.identifying(people.find(person)));
        deaths.openOthers(id).forEach(other -> events.publish(DeathHeardOf.of(other)));
    }

    /** A new referral may be of somebody whose death is known. */
    public void received(ReferralId id) {
        if (deaths.mayHaveDied(id)) {
            events.publish(DeathHeardOf.of(id));
        }
    }

    /** Whether a death was recorded for somebody with the same NHS number, and the team has not yet said whose it is. */
    @Transactional(readOnly = true)
    public boolean mayHaveDied(ReferralId id) {
        return deaths.mayHaveDied(id);
    }

    /** @throws Refusal (conflict) where that is not certain */
    public void requireAlive(ReferralId id) {
        if (mayHaveDied(id)) {
            throw Refusal.conflict("A death has been recorded for somebody with this NHS number."
                    + " Tell the person nothing until your team has made sure: see the task “Has the person died?”");
        }
    }

    /** Keeps what the team found out; the caller has checked it, and stops the referral where it is their person. */
    public void settle(ReferralId id, ConfirmDeath said, Actor actor) {
        AccountId by = actor instanceof Actor.SignedIn somebody ? somebody.account() : null;
        Referral referral = referrals.find(id).orElseThrow();
        deaths.insert(id, people.keyOf(referral.person()), said, clock.instant(), by);
        events.publish(DeathSettled.by(actor, id, said.died()));
    }
}
