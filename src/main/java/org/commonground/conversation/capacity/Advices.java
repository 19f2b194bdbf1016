package org.commonground.conversation.capacity;

import java.time.Clock;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clinical supervisor's advice where it is in doubt whether a person can decide. */
@Service
@Transactional
public class Advices {

    private final AdviceRepository advices;
    private final Referrals referrals;
    private final Events events;
    private final Clock clock;

    Advices(AdviceRepository advices, Referrals referrals, Events events, Clock clock) {
        this.advices = advices;
        this.referrals = referrals;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal for answers that are missing; (conflict) for a referral that has ended */
    public void give(ReferralId id, AdviseOnCapacity given, Actor actor) {
        Commands.require(given).requireWhole();
        if (!referrals.lock(id).isOpen()) {
            throw Refusal.conflict("This referral has ended");
        }
        advices.insert(id, referrals.keyOf(id), given, clock.instant(), actor.signature());
        events.publish(AdviceGiven.by(actor, id, given.advice()));
    }

    /** The newest advice; empty where none was asked for. */
    @Transactional(readOnly = true)
    public Optional<Advice> newest(ReferralId id) {
        return advices.newest(id, referrals.keyOf(id));
    }
}
