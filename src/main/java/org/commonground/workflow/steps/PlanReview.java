package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Reads from the waiting list when the person is asked next whether they stay. */
@Component
class PlanReview implements JavaDelegate {

    private final WaitingLists lists;

    PlanReview(WaitingLists lists) {
        this.lists = lists;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlacementProcess.Variables.REVIEW_ON.set(
                execution, Due.startOf(lists.reviewOn(PlacementProcess.placement(execution))));
    }
}
