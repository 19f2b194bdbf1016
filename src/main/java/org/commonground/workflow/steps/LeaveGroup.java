package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.placement.ending.ClosedGroups;
import org.commonground.workflow.vocabulary.GroupLeftProcess;
import org.springframework.stereotype.Component;

/** Ends what goes on with a group that is closed or suspended, for one person. */
@Component
class LeaveGroup implements JavaDelegate {

    private final ClosedGroups closed;

    LeaveGroup(ClosedGroups closed) {
        this.closed = closed;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean goesThere = closed.leave(GroupLeftProcess.placement(execution));
        GroupLeftProcess.Variables.GOES_THERE.set(execution, goesThere);
    }
}
