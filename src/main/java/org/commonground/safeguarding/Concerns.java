package org.commonground.safeguarding;

import java.time.Clock;
import java.time.Instant;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Concerns: raised by anybody who works with the person, read and decided by the safeguarding lead or the deputy. */
@Service
@Transactional
public class Concerns {

    private final ConcernRepository concerns;
    private final Pauses pauses;
    private final Events events;
    private final Clock clock;
    private final WorkingDays days;

    Concerns(ConcernRepository concerns, Pauses pauses, Events events, Clock clock, WorkingDays days) {
        this.concerns = concerns;
        this.pauses = pauses;
        this.events = events;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Records a concern and tells upwards. The same request a second time answers the first concern and tells nobody
     * again. Whether somebody may raise one about this referral or group is for the room that shows the page.
     *
     * @param where the referral's neighbourhood, or the group's where it is about that alone
     */
    public ConcernId raise(RaiseConcern command, NeighbourhoodId where, Actor actor) {
        Commands.require(command);
        ConcernId id = ConcernId.next();
        if (!concerns.insert(id, where, command, actor.by(), clock.instant())) {
            return concerns.raisedBy(command.request());
        }
        events.publish(new ConcernRaised(Ids.next(), command.referral(), id, where, actor.by()));
        return id;
    }

    /** When a concern was raised: all that anybody but the lead and the deputy may know. */
    @Transactional(readOnly = true)
    public Instant receivedAt(ConcernId id) {
        return find(id).raisedAt();
    }

    /** The restricted record; every look is an event. */
    public Concern read(ConcernId id, Actor actor) {
        Concern concern = concerns.find(id).orElse(null);
        SafeguardingPosts.require(actor, concern);
        events.publish(new ConcernRead(Ids.next(), concern.referral(), id, SafeguardingPosts.by(actor, concern)));
        return concern;
    }

    /** The working day has ended and nobody has decided: from now on the deputy is asked too. */
    public void bringToDeputy(ConcernId id) {
        Concern concern = concerns.lock(id).orElseThrow(Concerns::unknown);
        if (concern.review() == null && !concern.broughtToDeputy()) {
            concerns.bringToDeputy(id, clock.instant());
            events.publish(new ConcernBroughtToDeputy(Ids.next(), concern.referral(), id, Actor.SYSTEM.by()));
        }
    }

    /** Decides, once: a second decision is refused. Deciding to pause starts the pause. */
    public void review(ConcernId id, ReviewConcern review, Actor actor) {
        Commands.require(review).requireWhole(days.today());
        Concern concern = concerns.lock(id).orElse(null);
        Actor.SignedIn decider = SafeguardingPosts.require(actor, concern);
        if (concern.review() != null) {
            throw Refusal.conflict("This concern has been decided already");
        }
        if (review.decision() == Decision.PAUSE && concern.referral() == null) {
            throw Refusal.invalid("decision", "This concern is about no referral, so there is none to pause");
        }
        concerns.review(id, review, decider.signature(), clock.instant());
        events.publish(new ConcernReviewed(
                Ids.next(), concern.referral(), id, review.decision().word(), SafeguardingPosts.by(actor, concern)));
        if (review.decision() == Decision.PAUSE) {
            pauses.pause(concern.referral(), id, actor);
        }
    }

    private Concern find(ConcernId id) {
        return concerns.find(id).orElseThrow(Concerns::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such concern");
    }
}
