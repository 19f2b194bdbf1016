package org.commonground.crisis;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.triage.Triage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Crises: declared by anybody who works with the person, open until a named person at the practice has confirmed. Who
 * may declare or read one is decided where the page or the task is shown.
 */
@Service
@Transactional
public class Crises {

    private final CrisisRepository crises;
    private final Referrals referrals;
    private final Triage triage;
    private final Events events;
    private final Clock clock;

    Crises(CrisisRepository crises, Referrals referrals, Triage triage, Events events, Clock clock) {
        this.crises = crises;
        this.referrals = referrals;
        this.triage = triage;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Declares a crisis and tells upwards; the referral goes on, and is urgent from now on. The same request a second
     * time answers the first crisis and tells nobody again. A referral that has ended may have one too: the person is
     * still there.
     */
    public CrisisId declare(DeclareCrisis command, Actor actor) {
        Commands.require(command);
        CrisisId id = CrisisId.next();
        if (!crises.insert(id, command, referrals.keyOf(command.referral()), actor.by(), clock.instant())) {
            return crises.declaredBy(command.request(), command.referral()).orElseThrow(Crises::unknown);
        }
        triage.rise(command.referral());
        events.publish(new CrisisDeclared(Ids.next(), command.referral().value(), id, command.kind(), actor.by()));
        return id;
    }

    @Transactional(readOnly = true)
    public Crisis find(CrisisId id) {
        return crises.find(id).orElseThrow(Crises::unknown);
    }

    /** Every crisis of a referral, the newest first. */
    @Transactional(readOnly = true)
    public List<Crisis> of(ReferralId referral) {
        return crises.of(referral);
    }

    /** More people hear of it, because nobody at the practice has confirmed; not once somebody has. */
    public void escalate(CrisisId id, Reach to) {
        Crisis crisis = crises.lock(id).orElseThrow(Crises::unknown);
        if (!crisis.isConfirmed()) {
            crises.reach(id, to);
            events.publish(new CrisisEscalated(Ids.next(), crisis.referral().value(), id, to, Actor.SYSTEM.by()));
        }
    }

    /** Records who at the practice takes over, once: a second time is refused (conflict). */
    public void confirm(CrisisId id, SpeakWithPractice said, Actor actor) {
        Commands.require(said);
        Crisis crisis = crises.lock(id).orElseThrow(Crises::unknown);
        if (crisis.isConfirmed()) {
            throw Refusal.conflict("Somebody at the practice has confirmed already");
        }
        crises.confirm(id, said, referrals.keyOf(crisis.referral()), actor.signature(), clock.instant());
        events.publish(new CrisisConfirmed(Ids.next(), crisis.referral().value(), id, actor.by()));
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such crisis");
    }
}
