package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.Weighing;
import org.commonground.workflow.decisions.Decisions;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.PlacementVerdictDecision;
import org.springframework.stereotype.Component;

/** Sees from the person's side, which a link worker has signed, whether the group may be asked. */
@Component
class WeighPersonSide implements JavaDelegate {

    private final Weighing weighing;
    private final Decisions decisions;

    WeighPersonSide(Weighing weighing, Decisions decisions) {
        this.weighing = weighing;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlacementId id = PlacementProcess.placement(execution);
        Verdict verdict = PlacementVerdictDecision.verdict(
                decisions.askOne(PlacementVerdictDecision.ID, PlacementVerdictDecision.facts(weighing.facts(id))));
        weighing.weighed(id, verdict);
        PlacementProcess.Variables.VERDICT.set(execution, verdict.word());
    }
}
