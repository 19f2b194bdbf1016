package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Gives a place back that was held for somebody whom nobody asked in time. */
@Component
class PassPlaceOn implements JavaDelegate {

    private final WaitingLists lists;

    PassPlaceOn(WaitingLists lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lists.passOn(PlacementProcess.placement(execution));
    }
}
