package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.Actor;
import org.commonground.referral.ReferralId;
import org.commonground.referral.triage.Triage;
import org.commonground.referral.triage.Triaged;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.ReferralProcess.Variables;
import org.commonground.workflow.vocabulary.TriageDecision;
import org.springframework.stereotype.Component;

/** Decides where the referral goes, and how soon the person is to be reached. */
@Component
class TriageReferral implements JavaDelegate {

    private final Triage triage;
    private final Decisions decisions;

    TriageReferral(Triage triage, Decisions decisions) {
        this.triage = triage;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReferralId id = ReferralProcess.referral(execution);
        Triaged triaged =
                TriageDecision.triaged(decisions.askOne(TriageDecision.ID, TriageDecision.facts(triage.facts(id))));
        triage.settle(id, triaged, Actor.SYSTEM);
        Variables.TRIAGE.set(execution, triaged.route().word());
        Variables.URGENCY.set(execution, triaged.urgency().word());
        triaged.outcome().ifPresent(outcome -> Variables.OUTCOME.set(execution, outcome.word()));
    }
}
