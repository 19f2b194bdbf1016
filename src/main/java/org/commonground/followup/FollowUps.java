package org.commonground.followup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The planned look-backs with a person: when they are due, and what was said. */
@Service
@Transactional
public class FollowUps {

    private final FollowUpRepository followUps;
    private final Events events;
    private final WorkingDays days;

    FollowUps(FollowUpRepository followUps, Events events, WorkingDays days) {
        this.followUps = followUps;
        this.events = events;
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
        weeks.stream()
                .distinct()
                .forEach(week -> followUps.insert(id, week, days.after(firstSessionOn.plusWeeks(week), 0)));
        events.publish(new FollowUpPlanned(Ids.next(), referral.value(), id, actor.role()));
        return id;
    }

    /** The day of the look-back that comes next, or empty where all are over. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> next(FollowUpPlanId id) {
        return find(id).next().map(FollowUpPlan.Planned::on);
    }

    @Transactional(readOnly = true)
    public FollowUpPlan find(FollowUpPlanId id) {
        return followUps.find(id).orElseThrow(() -> Refusal.notFound("There is no such plan of follow-ups"));
    }

    /** The plan of a referral, or empty before its first session. */
    @Transactional(readOnly = true)
    public Optional<FollowUpPlan> of(ReferralId referral) {
        return followUps.of(referral);
    }
}
