package org.commonground.conversation.signpost;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people were pointed to: from a conversation, or where no group of ours is right. */
@Service
@Transactional
public class Signpostings {

    private final SignpostingRepository signpostings;
    private final Referrals referrals;
    private final Events events;
    private final Clock clock;

    Signpostings(SignpostingRepository signpostings, Referrals referrals, Events events, Clock clock) {
        this.signpostings = signpostings;
        this.referrals = referrals;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps it; the caller has checked it and holds the referral's lock. */
    public void record(ReferralId id, Signpost signpost, Actor actor) {
        signpostings.insert(id, referrals.keyOf(id), signpost, clock.instant(), actor.signature());
        events.publish(PersonSignposted.by(actor, id));
    }

    /** The newest; empty where they were never signposted. */
    @Transactional(readOnly = true)
    public Optional<Signposting> newest(ReferralId id) {
        return of(id).stream().findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Signposting> of(ReferralId id) {
        return signpostings.of(id, referrals.keyOf(id));
    }
}
