package org.commonground.workflow.steps;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.Actor;
import org.commonground.followup.FollowUpPlanId;
import org.commonground.followup.FollowUps;
import org.commonground.placement.Placements;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.vocabulary.FollowUpPlanDecision;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/** Plans the look-backs, counted from the first session attended anywhere. */
@Component
class PlanFollowUps implements JavaDelegate {

    private final FollowUps followUps;
    private final Placements placements;
    private final Decisions decisions;

    PlanFollowUps(FollowUps followUps, Placements placements, Decisions decisions) {
        this.followUps = followUps;
        this.placements = placements;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReferralId id = ReferralProcess.referral(execution);
        List<Integer> weeks =
                FollowUpPlanDecision.weeks(decisions.ask(FollowUpPlanDecision.ID, FollowUpPlanDecision.facts(true)));
        FollowUpPlanId plan = followUps.plan(id, placements.firstAttended(id), weeks, Actor.SYSTEM);
        ReferralProcess.Variables.PLAN_ID.set(execution, plan.toString());
    }
}
