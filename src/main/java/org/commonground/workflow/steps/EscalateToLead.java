package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Reach;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.springframework.stereotype.Component;

/** Brings a crisis that nobody at the practice has confirmed to the team's lead. */
@Component
class EscalateToLead implements JavaDelegate {

    private final Crises crises;

    EscalateToLead(Crises crises) {
        this.crises = crises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        crises.escalate(CrisisProcess.crisis(execution), Reach.TEAM_LEAD);
    }
}
