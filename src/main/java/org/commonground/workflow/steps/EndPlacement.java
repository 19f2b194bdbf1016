package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.check.Weighing;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Ends a placement because the safety check said: not this group. */
@Component
class EndPlacement implements JavaDelegate {

    private final Weighing weighing;

    EndPlacement(Weighing weighing) {
        this.weighing = weighing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        weighing.refused(PlacementProcess.placement(execution));
    }
}
