package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.Actor;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Urgency;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.TriageDecision;
import org.springframework.stereotype.Component;

/** Decides how soon the person is to be reached. */
@Component
class TriageReferral implements JavaDelegate {

    private final Referrals referrals;
    private final Decisions decisions;

    TriageReferral(Referrals referrals, Decisions decisions) {
        this.referrals = referrals;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReferralId id = ReferralProcess.referral(execution);
        Urgency urgency = TriageDecision.urgency(
                decisions.askOne(TriageDecision.ID, TriageDecision.facts(referrals.triageFacts(id))));
        referrals.triaged(id, urgency, Actor.SYSTEM);
        ReferralProcess.Variables.URGENCY.set(execution, urgency.word());
    }
}
