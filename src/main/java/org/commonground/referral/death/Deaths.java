package org.commonground.referral.death;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.person.Alike;
import org.commonground.person.People;
import org.commonground.person.PersonId;
import org.commonground.person.Recognition;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
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
    private final Referrals referrals;
    private final People people;
    private final Recognition recognition;
    private final Events events;
    private final Clock clock;

    Deaths(
            DeathRepository deaths,
            Referrals referrals,
            People people,
            Recognition recognition,
            Events events,
            Clock clock) {
        this.deaths = deaths;
        this.referrals = referrals;
        this.people = people;
        this.recognition = recognition;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes that the person has died: nothing is sent to them any more, whatever is decided later, in no referral. The
     * teams of this person's other referrals hear of it.
     */
    public void record(ReferralId id) {
        PersonId person = referrals.find(id).person();
        people.died(person);
        // a referral that comes at this moment finds the death, or is found here
        recognition.lock(person);
        List<PersonId> same = recognition.alike(person).stream()
                .filter(Alike::byNhsNumber)
                .map(Alike::person)
                .toList();
        deaths.openOf(same).forEach(other -> events.publish(DeathHeardOf.of(other)));
    }

    /** A new referral may be of somebody whose death is known. */
    public void received(ReferralId id) {
        if (mayHaveDied(id)) {
            events.publish(DeathHeardOf.of(id));
        }
    }

    /** Whether a death was recorded for somebody with the same NHS number, and the team has not yet said whose it is. */
    @Transactional(readOnly = true)
    public boolean mayHaveDied(ReferralId id) {
        return recognition
                .sameNumberDied(referrals.find(id).person())
                .filter(died ->
                        deaths.lastAnswered(id).filter(at -> !at.isBefore(died)).isEmpty())
                .isPresent();
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
        deaths.insert(id, referrals.keyOf(id), said, clock.instant(), actor.signature());
        events.publish(DeathSettled.by(actor, id, said.died()));
    }
}
