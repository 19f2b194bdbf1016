package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.offer.Promises;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Lets an offer lapse that nobody answered, and gives its place back. */
@Component
class LapseOffer implements JavaDelegate {

    private final Promises promises;

    LapseOffer(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promises.lapse(PlacementProcess.placement(execution));
    }
}
