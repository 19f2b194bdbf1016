package org.commonground.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.conversation.code.Codes;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.conversation.signpost.Signposting;
import org.commonground.placement.choice.Rounds;
import org.commonground.placement.ending.Leavings;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The planned look-backs with a person: when they are due, and what was said. */
@Service
@Transactional
public class FollowUps {

    private final FollowUpRepository followUps;
    private final Referrals referrals;
    private final Notebooks notebooks;
    private final Leavings leavings;
    private final Rounds rounds;
    private final Codes codes;
    private final Events events;
    private final Clock clock;
    private final WorkingDays days;

    FollowUps(
            FollowUpRepository followUps,
            Referrals referrals,
            Notebooks notebooks,
            Leavings leavings,
            Rounds rounds,
            Codes codes,
            Events events,
            Clock clock,
            WorkingDays days) {
        this.followUps = followUps;
        this.referrals = referrals;
        this.notebooks = notebooks;
        this.leavings = leavings;
        this.rounds = rounds;
        this.codes = codes;
        this.events = events;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Plans the look-backs of a referral, counted from the first session attended anywhere. A referral has one plan:
     * asking again answers the first one unchanged.
     *
     * @param weeks how many weeks after the first session each is due; one that falls on no working day moves to the
     *     next
     */
    public FollowUpPlanId plan(ReferralId referral, LocalDate firstSessionOn, Collection<Integer> weeks, Actor actor) {
        FollowUpPlanId id = FollowUpPlanId.next();
        if (!followUps.insert(id, referral, firstSessionOn)) {
            return followUps.of(referral).orElseThrow().id();
        }
        planned(id, referral, firstSessionOn, weeks, actor);
        return id;
    }

    /**
     * Plans the call to somebody who was signposted, counted from then. A signposting has one plan: asking again
     * answers the first one unchanged.
     *
     * @param weeks how many weeks after being signposted each call is due
     */
    public FollowUpPlanId planCall(
            ReferralId referral, Signposting signposting, Collection<Integer> weeks, Actor actor) {
        FollowUpPlanId id = FollowUpPlanId.next();
        LocalDate on = LocalDate.ofInstant(signposting.at(), WorkingDays.LONDON);
        if (!followUps.insert(id, referral, signposting.id(), on)) {
            return followUps.of(signposting.id()).orElseThrow().id();
        }
        planned(id, referral, on, weeks, actor);
        return id;
    }

    private void planned(
            FollowUpPlanId id, ReferralId referral, LocalDate from, Collection<Integer> weeks, Actor actor) {
        weeks.stream().distinct().forEach(week -> followUps.insert(id, week, days.after(from.plusWeeks(week), 0)));
        referrals.stands(referral, Standing.FOLLOWING_UP);
        events.publish(new FollowUpPlanned(Ids.next(), referral.value(), id, actor.by()));
    }

    /** Whether somebody who was signposted said in the call that they would like to choose groups together after all. */
    @Transactional(readOnly = true)
    public boolean wantsGroups(FollowUpPlanId id) {
        return held(id).stream().anyMatch(LookBack::chooseGroups);
    }

    /** The day of the look-back that comes next, or empty where all are over. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> next(FollowUpPlanId id) {
        return find(id).next().map(FollowUpPlan.Planned::on);
    }

    /**
     * Keeps what the look-back that is due brought, reached or not. Whoever goes to no group any more has
     * left it: the place comes back as the group has set it, and another group may be chosen. Notes, goals and actions
     * go into the one notebook.
     *
     * @throws Refusal for answers that are missing or make no sense; (conflict) where none is due
     */
    public void hold(FollowUpPlanId id, HoldFollowUp said, Actor actor) {
        Commands.require(said);
        Scores scores = said.requireWhole(days.today());
        if (said.reached() && said.stillGoing().hasLeft()) {
            // groups are locked before any other row
            leavings.all(find(id).referral(), said.stillGoing().why(), actor);
        }
        referrals.lock(find(id).referral());
        followUps.lock(id);
        FollowUpPlan plan = find(id);
        if (plan.signposted() && said.reached() && said.chooseGroups() == null) {
            throw Refusal.invalid("chooseGroups", "Say whether they would like to choose groups together after all");
        }
        FollowUpPlan.Planned due = plan.next()
                .filter(next -> !next.on().isAfter(days.today()))
                .orElseThrow(() -> Refusal.conflict("No follow-up is due now"));
        followUps.hold(
                id,
                due.week(),
                referrals.keyOf(plan.referral()),
                said,
                scores,
                new FollowUpRepository.Held(clock.instant(), actor.signature()));
        notebooks.write(plan.referral(), said.noted(), actor);
        events.publish(
                new FollowUpHeld(Ids.next(), plan.referral().value(), id, due.week(), said.reached(), actor.by()));
        if (plan.signposted() && said.reached() && Boolean.TRUE.equals(said.chooseGroups())) {
            codes.agreed(plan.referral());
            referrals.stands(plan.referral(), Standing.CHOOSING);
            rounds.wantOthers(plan.referral(), actor);
        }
    }

    /** The look-backs that are over, the first one first. They tell about the person: the caller checks who reads. */
    @Transactional(readOnly = true)
    public List<LookBack> held(FollowUpPlanId id) {
        return followUps.held(id, referrals.keyOf(find(id).referral()));
    }

    /** How they felt at a look-back; none where they were not asked. */
    @Transactional(readOnly = true)
    public Scores scoresOf(FollowUpPlanId id, int week) {
        return followUps.scores(id, week);
    }

    @Transactional(readOnly = true)
    public FollowUpPlan find(FollowUpPlanId id) {
        return followUps.find(id).orElseThrow(() -> Refusal.notFound("There is no such plan of follow-ups"));
    }

    /**
     * The plans of a referral, the newest first: the one after a first session, and one for each time they were
     * signposted.
     */
    @Transactional(readOnly = true)
    public List<FollowUpPlan> of(ReferralId referral) {
        return followUps.all(referral);
    }
}
