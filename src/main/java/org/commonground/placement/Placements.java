package org.commonground.placement;

import java.time.Clock;
import java.util.List;
import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.group.GroupFull;
import org.commonground.group.Groups;
import org.commonground.group.Places;
import org.commonground.placement.check.PersonSide;
import org.commonground.placement.check.PersonSideRepository;
import org.commonground.placement.check.PersonSideWeighed;
import org.commonground.placement.check.WeighFacts;
import org.commonground.placement.offer.OfferLapsed;
import org.commonground.placement.offer.OfferMade;
import org.commonground.placement.waiting.MustWait;
import org.commonground.placement.waiting.WaitingListJoined;
import org.commonground.placement.waiting.WaitingRepository;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Placements as the steps of their process move them, and where they stand. What people say on the way goes through
 * {@code Choices}, {@code SafetyChecks}, {@code Offers} and {@code FirstSessions}.
 */
@Service
@Transactional
public class Placements {

    private final PlacementRepository placements;
    private final PersonSideRepository personSides;
    private final WaitingRepository waiting;
    private final PlacementLocks locks;
    private final Groups groups;
    private final Places places;
    private final Referrals referrals;
    private final ConsentAnswers consents;
    private final Standings standings;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;
    private final PlacementSettings settings;

    Placements(
            PlacementRepository placements,
            PersonSideRepository personSides,
            WaitingRepository waiting,
            PlacementLocks locks,
            Groups groups,
            Places places,
            Referrals referrals,
            ConsentAnswers consents,
            Standings standings,
            Events events,
            WorkingDays days,
            Clock clock,
            PlacementSettings settings) {
        this.placements = placements;
        this.personSides = personSides;
        this.waiting = waiting;
        this.locks = locks;
        this.groups = groups;
        this.places = places;
        this.referrals = referrals;
        this.consents = consents;
        this.standings = standings;
        this.events = events;
        this.days = days;
        this.clock = clock;
        this.settings = settings;
    }

    /** The placement, or a refusal (not found). */
    @Transactional(readOnly = true)
    public Placement find(PlacementId id) {
        return placements.find(id).orElseThrow(PlacementLocks::unknown);
    }

    /** Every placement of a referral, in the order in which they were chosen. */
    @Transactional(readOnly = true)
    public List<Placement> of(ReferralId referral) {
        return placements.of(referral);
    }

    /** Placements of a referral that go on: neither ended nor attended. */
    @Transactional(readOnly = true)
    public List<Placement> open(ReferralId referral) {
        return of(referral).stream().filter(Placement::isOpen).toList();
    }

    /** How many offers of a referral wait for a group's answer. */
    @Transactional(readOnly = true)
    public int openOffers(ReferralId referral) {
        return (int) of(referral).stream()
                .filter(placement -> placement.state() == PlacementState.OFFERED)
                .count();
    }

    /** Whether a first session was attended in any round. */
    @Transactional(readOnly = true)
    public boolean anyPlaced(ReferralId referral) {
        return of(referral).stream().anyMatch(placement -> placement.state() == PlacementState.ATTENDED);
    }

    /** What the decision table {@code placement-verdict} is told of the person's side, which has been signed. */
    @Transactional(readOnly = true)
    public WeighFacts weighFacts(PlacementId id) {
        Placement placement = find(id);
        PersonSide side = personSides
                .find(placement.id(), referrals.keyOf(placement.referral()))
                .orElseThrow(() -> new IllegalStateException("the person's side of " + id + " is not signed"));
        return new WeighFacts(
                side.risks().gravest(),
                side.hasSupportGap(groups.get(placement.group()).offers()),
                consents.of(placement.referral()).allow(Purpose.SHARE_RISKS));
    }

    /** Keeps what the decision table answered. */
    public void weighed(PlacementId id, Verdict verdict) {
        Placement placement = locks.lock(id);
        placements.weighed(id, verdict);
        events.publish(PersonSideWeighed.of(placement, verdict, Actor.SYSTEM));
    }

    /**
     * Holds a place, unless one is held already, and opens the offer. Whoever waits for a place of the group comes
     * first. Where there is none left, a person who would wait goes on the group's list ({@link MustWait}); else the
     * placement ends, nothing else is written, and {@link GroupFull} says what there is none of. One that ended
     * meanwhile is refused.
     */
    public void holdPlace(PlacementId id) throws GroupFull {
        Placement placement = locks.lock(id, PlacementState.CHOSEN);
        try {
            places.hold(
                    placement.group(),
                    id.value(),
                    placement.referral().value(),
                    waiting.inLine(placement.group()),
                    Actor.SYSTEM);
        } catch (GroupFull full) {
            if (full.of() != GroupFull.Of.CLOSED
                    && placements.wouldWait(id)
                    && groups.get(placement.group()).waitingList()) {
                join(placement);
                throw new MustWait(full.of());
            }
            end(id, EndReason.NO_PLACE);
            throw full;
        }
        placements.offered(
                id, days.after(days.today(), settings.remindAfter()), days.after(days.today(), settings.lapseAfter()));
        standings.follow(placement.referral());
        events.publish(OfferMade.of(placement, Actor.SYSTEM));
    }

    /** Lets an open offer lapse and gives its place back; one that was answered meanwhile stays as it is. */
    public void lapse(PlacementId id) {
        Placement placement = locks.lock(id);
        if (placement.state() == PlacementState.OFFERED) {
            events.publish(OfferLapsed.of(placement, Actor.SYSTEM));
            places.giveBack(id.value(), GivenBack.LAPSED, Actor.SYSTEM);
            end(placement, EndReason.LAPSED, Actor.SYSTEM);
        }
    }

    /** Ends a placement that the safety check refuses; a place that was held for it already is free again. */
    public void refused(PlacementId id) {
        end(id, EndReason.NOT_THIS_GROUP);
        places.giveBack(id.value(), GivenBack.NOT_THIS_GROUP, Actor.SYSTEM);
    }

    /** Ends a placement that goes on; one that has ended keeps its reason. It has no place any more, or never had. */
    public void end(PlacementId id, EndReason reason) {
        end(locks.lock(id), reason, Actor.SYSTEM);
    }

    /** Placements that go on and whose person's side is signed: what their verdict rests on may change. */
    @Transactional(readOnly = true)
    public List<PlacementId> signed(ReferralId referral) {
        SubjectKey key = referrals.keyOf(referral);
        return open(referral).stream()
                .map(Placement::id)
                .filter(id -> personSides.find(id, key).isPresent())
                .toList();
    }

    /** Ends a placement because the safety check, asked anew, says so; its place comes back. */
    public void stop(PlacementId id, Verdict verdict) {
        placements.weighed(id, verdict);
        stop(locks.lock(id), EndReason.NOT_THIS_GROUP, GivenBack.NOT_THIS_GROUP, Actor.SYSTEM);
    }

    /** For use cases of this room that have the locks: ends a placement from outside its own flow. */
    public void stop(Placement placement, EndReason why, GivenBack back, Actor actor) {
        if (placement.isOpen()) {
            places.giveBack(placement.id().value(), back, actor);
            end(placement, why, actor);
            events.publish(PlacementStopped.of(placement, why, actor));
        }
    }

    /** For use cases of this room that have the locks. */
    public void end(Placement placement, EndReason reason, Actor actor) {
        if (placement.isOpen()) {
            placements.ended(placement.id(), reason);
            waiting.over(placement.id());
            events.publish(PlacementEnded.of(placement, reason, actor));
            standings.follow(placement.referral());
            if (reason != EndReason.STOPPED) {
                chooseOthersIfOnlyWaiting(placement.referral(), actor);
            }
        }
    }

    private void join(Placement placement) {
        placements.stands(placement.id(), PlacementState.WAITING);
        waiting.join(
                placement.id(),
                placement.group(),
                clock.instant(),
                days.today().plusWeeks(settings.reviewWaitingAfter()));
        events.publish(WaitingListJoined.of(placement, Actor.SYSTEM));
        boolean anotherFailed = placements.of(placement.referral()).stream()
                .anyMatch(other -> other.round() == placement.round() && other.state() == PlacementState.ENDED);
        if (anotherFailed) {
            chooseOthersIfOnlyWaiting(placement.referral(), Actor.SYSTEM);
        }
    }

    /** A failed placement whose round goes on only because somebody waits would bring nobody to choose again. */
    private void chooseOthersIfOnlyWaiting(ReferralId referral, Actor actor) {
        List<Placement> open = open(referral);
        if (!open.isEmpty() && open.stream().allMatch(other -> other.state() == PlacementState.WAITING)) {
            events.publish(OthersWanted.of(referral, actor));
        }
    }
}
