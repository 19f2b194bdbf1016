package org.commonground.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.outbox.PausedReferrals;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses of referrals. While one lasts no offer is made, the person gets no message and offer clocks stand still; tasks
 * stay open with a notice. A referral is paused as long as any pause of it lasts, so two concerns do not undo each
 * other.
 */
@Service
@Transactional
public class Pauses implements PausedReferrals {

    private final PauseRepository pauses;
    private final ConcernRepository concerns;
    private final Events events;
    private final Clock clock;

    Pauses(PauseRepository pauses, ConcernRepository concerns, Events events, Clock clock) {
        this.pauses = pauses;
        this.concerns = concerns;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isPaused(UUID referral) {
        return pauses.isPaused(referral);
    }

    /** Since when a referral stands still, or stood still the last time; pauses that overlap are one standstill. */
    @Transactional(readOnly = true)
    public Optional<Instant> standstillSince(UUID referral) {
        return pauses.standstillSince(referral);
    }

    /** Pauses a referral because of a concern; doing it again changes nothing. */
    public void pause(UUID referral, ConcernId id, Actor actor) {
        Concern concern = concerns.find(id).orElse(null);
        SafeguardingPosts.require(actor, concern);
        if (pauses.insert(id, referral, clock.instant())) {
            events.publish(new PauseDecided(Ids.next(), referral, id, SafeguardingPosts.by(actor, concern)));
        }
    }

    /** Lets the referral go on, as far as this concern is meant; a pause that does not last is refused. */
    public void lift(ConcernId id, LiftPause command, Actor actor) {
        Commands.require(command);
        Concern concern = concerns.find(id).orElse(null);
        Actor.SignedIn lifter = SafeguardingPosts.require(actor, concern);
        UUID referral = pauses.lift(id, command.reason(), lifter.signature(), clock.instant())
                .orElseThrow(() -> Refusal.conflict("This pause has been lifted already"));
        events.publish(new PauseLifted(Ids.next(), referral, id, SafeguardingPosts.by(actor, concern)));
    }
}
