package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.Placements;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Ends a placement because the safety check said: not this group. */
@Component
class EndPlacement implements JavaDelegate {

    private final Placements placements;

    EndPlacement(Placements placements) {
        this.placements = placements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        placements.refused(PlacementProcess.placement(execution));
    }
}
