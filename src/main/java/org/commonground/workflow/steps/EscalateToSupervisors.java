package org.commonground.workflow.steps;

import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Reach;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.CrisisProcess.Tasks;
import org.commonground.workflow.vocabulary.CrisisProcess.Variables;
import org.springframework.stereotype.Component;

/** Opens the task to the clinical supervisor, the safeguarding lead and the deputy as well. */
@Component
class EscalateToSupervisors implements JavaDelegate {

    private final Crises crises;
    private final Referrals referrals;
    private final TaskService tasks;

    EscalateToSupervisors(Crises crises, Referrals referrals, TaskService tasks) {
        this.crises = crises;
        this.referrals = referrals;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        crises.escalate(CrisisProcess.crisis(execution), Reach.SUPERVISORS);
        NeighbourhoodId where = referrals
                .find(ReferralId.of(Variables.REFERRAL_ID.in(execution)))
                .neighbourhood();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(Tasks.SPEAK_WITH_PRACTICE)
                .list()
                .forEach(task -> open(task, where));
    }

    /** A second time changes nothing; whoever has claimed it keeps it, and the others see who has. */
    private void open(Task task, NeighbourhoodId where) {
        Stream.of(Role.CLINICAL_SUPERVISOR, Role.SAFEGUARDING_LEAD, Role.SAFEGUARDING_DEPUTY)
                .map(role -> EngineGroups.post(new Post(role, where)))
                .filter(post -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .noneMatch(link -> post.equals(link.getGroupId())))
                .forEach(post -> tasks.addCandidateGroup(task.getId(), post));
    }
}
