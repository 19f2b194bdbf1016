package org.commonground.placement.check;

import java.util.List;
import org.commonground.account.Actor;
import org.commonground.group.GivenBack;
import org.commonground.group.Groups;
import org.commonground.placement.EndReason;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.Placements;
import org.commonground.placement.Verdict;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the decision table {@code placement-verdict} is told of a signed person's side, and what becomes of its answer. */
@Service
@Transactional
public class Weighing {

    private final PersonSideRepository personSides;
    private final Placements placements;
    private final PlacementLocks locks;
    private final Groups groups;
    private final Referrals referrals;
    private final ConsentAnswers consents;
    private final Events events;

    Weighing(
            PersonSideRepository personSides,
            Placements placements,
            PlacementLocks locks,
            Groups groups,
            Referrals referrals,
            ConsentAnswers consents,
            Events events) {
        this.personSides = personSides;
        this.placements = placements;
        this.locks = locks;
        this.groups = groups;
        this.referrals = referrals;
        this.consents = consents;
        this.events = events;
    }

    /** What the table is told; the person's side has been signed. */
    @Transactional(readOnly = true)
    public WeighFacts facts(PlacementId id) {
        Placement placement = placements.find(id);
        PersonSide side = personSides
                .find(placement.id(), referrals.keyOf(placement.referral()))
                .orElseThrow(() -> new IllegalStateException("the person's side of " + id + " is not signed"));
        return new WeighFacts(
                side.risks().gravest(),
                side.hasSupportGap(groups.get(placement.group()).offers()),
                consents.of(placement.referral()).allow(Purpose.SHARE_RISKS));
    }

    /** Keeps what the table answered. */
    public void weighed(PlacementId id, Verdict verdict) {
        Placement placement = locks.lock(id);
        personSides.weighed(id, verdict);
        events.publish(PersonSideWeighed.of(placement, verdict, Actor.SYSTEM));
    }

    /** Placements that go on and whose person's side is signed: what their verdict rests on may change. */
    @Transactional(readOnly = true)
    public List<PlacementId> signed(ReferralId referral) {
        SubjectKey key = referrals.keyOf(referral);
        return placements.open(referral).stream()
                .map(Placement::id)
                .filter(id -> personSides.find(id, key).isPresent())
                .toList();
    }

    /** Ends a placement that the safety check refuses; a place that was held for it already is free again. */
    public void refused(PlacementId id) {
        placements.giveUp(locks.lock(id), EndReason.NOT_THIS_GROUP, GivenBack.NOT_THIS_GROUP, Actor.SYSTEM);
    }

    /** Ends a placement because the safety check, asked anew, says so; its place comes back. */
    public void stop(PlacementId id, Verdict verdict) {
        personSides.weighed(id, verdict);
        placements.stop(locks.lock(id), EndReason.NOT_THIS_GROUP, GivenBack.NOT_THIS_GROUP, Actor.SYSTEM);
    }
}
