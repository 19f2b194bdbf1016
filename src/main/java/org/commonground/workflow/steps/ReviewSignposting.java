package org.commonground.workflow.steps;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.followup.FollowUpPlanId;
import org.commonground.followup.FollowUps;
import org.commonground.workflow.vocabulary.ReferralProcess.AfterSignposting;
import org.commonground.workflow.vocabulary.ReferralProcess.Variables;
import org.springframework.stereotype.Component;

/** Sees, after the call, whether somebody who was signposted would like to choose groups together after all. */
@Component
class ReviewSignposting implements JavaDelegate {

    private final FollowUps followUps;

    ReviewSignposting(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FollowUpPlanId plan = new FollowUpPlanId(UUID.fromString(Variables.PLAN_ID.in(execution)));
        Variables.SIGNPOSTING.set(
                execution, followUps.wantsGroups(plan) ? AfterSignposting.CHOOSE_GROUPS : AfterSignposting.OVER);
    }
}
