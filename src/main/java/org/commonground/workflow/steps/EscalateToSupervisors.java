package org.commonground.workflow.steps;

import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.commonground.account.Role;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Reach;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.CrisisProcess.Tasks;
import org.springframework.stereotype.Component;

/** Opens the task to the clinical supervisor, the safeguarding lead and the deputy as well. */
@Component
class EscalateToSupervisors implements JavaDelegate {

    private final Crises crises;
    private final TaskService tasks;

    EscalateToSupervisors(Crises crises, TaskService tasks) {
        this.crises = crises;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        crises.escalate(CrisisProcess.crisis(execution), Reach.SUPERVISORS);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(Tasks.SPEAK_WITH_PRACTICE)
                .list()
                .forEach(this::open);
    }

    /** A second time changes nothing; whoever has claimed it keeps it, and the others see who has. */
    private void open(Task task) {
        Stream.of(Role.CLINICAL_SUPERVISOR, Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY)
                .map(EngineGroups::role)
                .filter(role -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .noneMatch(link -> role.equals(link.getGroupId())))
                .forEach(role -> tasks.addCandidateGroup(task.getId(), role));
    }
}
