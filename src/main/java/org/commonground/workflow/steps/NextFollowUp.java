package org.commonground.workflow.steps;

import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.followup.FollowUps;
import org.commonground.workflow.vocabulary.FollowUpProcess;
import org.commonground.workflow.vocabulary.FollowUpProcess.Variables;
import org.springframework.stereotype.Component;

/** Finds the look-back that comes next. */
@Component
class NextFollowUp implements JavaDelegate {

    private final FollowUps followUps;

    NextFollowUp(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<LocalDate> next = followUps.next(FollowUpProcess.plan(execution));
        Variables.MORE.set(execution, next.isPresent());
        next.ifPresent(day -> Variables.FOLLOW_UP_ON.set(execution, Due.startOf(day)));
    }
}
