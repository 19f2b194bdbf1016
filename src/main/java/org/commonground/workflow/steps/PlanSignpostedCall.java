package org.commonground.workflow.steps;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.Actor;
import org.commonground.conversation.signpost.Signposting;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.followup.FollowUpPlanId;
import org.commonground.followup.FollowUps;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.vocabulary.FollowUpPlanDecision;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.springframework.stereotype.Component;

/** Plans the one call to somebody who was signposted, counted from then. */
@Component
class PlanSignpostedCall implements JavaDelegate {

    private final FollowUps followUps;
    private final Signpostings signpostings;
    private final Decisions decisions;

    PlanSignpostedCall(FollowUps followUps, Signpostings signpostings, Decisions decisions) {
        this.followUps = followUps;
        this.signpostings = signpostings;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReferralId id = ReferralProcess.referral(execution);
        Signposting newest = signpostings.newest(id).orElseThrow();
        List<Integer> weeks =
                FollowUpPlanDecision.weeks(decisions.ask(FollowUpPlanDecision.ID, FollowUpPlanDecision.facts(false)));
        FollowUpPlanId plan = followUps.planCall(id, newest, weeks, Actor.SYSTEM);
        ReferralProcess.Variables.PLAN_ID.set(execution, plan.toString());
    }
}
