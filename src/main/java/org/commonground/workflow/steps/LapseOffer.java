package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.Placements;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Lets an offer lapse that nobody answered, and gives its place back. */
@Component
class LapseOffer implements JavaDelegate {

    private final Placements placements;

    LapseOffer(Placements placements) {
        this.placements = placements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        placements.lapse(PlacementProcess.placement(execution));
    }
}
