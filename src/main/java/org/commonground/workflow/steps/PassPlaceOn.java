package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.waiting.FreedPlaces;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Gives a place back that was held for somebody whom nobody asked in time. */
@Component
class PassPlaceOn implements JavaDelegate {

    private final FreedPlaces freedPlaces;

    PassPlaceOn(FreedPlaces freedPlaces) {
        this.freedPlaces = freedPlaces;
    }

    @Override
    public void execute(DelegateExecution execution) {
        freedPlaces.passOn(PlacementProcess.placement(execution));
    }
}
