package org.commonground.workflow.steps;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.safeguarding.Concerns;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess.Tasks;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess.Variables;
import org.springframework.stereotype.Component;

/** Opens the task to the deputy as well, because the working day ended without a review. */
@Component
class BringToDeputy implements JavaDelegate {

    private final Concerns concerns;
    private final TaskService tasks;

    BringToDeputy(Concerns concerns, TaskService tasks) {
        this.concerns = concerns;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        concerns.bringToDeputy(SafeguardingConcernProcess.concern(execution));
        String deputies = EngineGroups.post(
                new Post(Role.SAFEGUARDING_DEPUTY, NeighbourhoodId.of(Variables.NEIGHBOURHOOD.in(execution))));
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(Tasks.REVIEW_CONCERN)
                .list()
                .forEach(task -> tasks.addCandidateGroup(task.getId(), deputies));
    }
}
