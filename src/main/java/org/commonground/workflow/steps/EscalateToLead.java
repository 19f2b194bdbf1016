package org.commonground.workflow.steps;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.account.Account;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Reach;
import org.commonground.neighbourhood.Teams;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.CrisisProcess.Tasks;
import org.commonground.workflow.vocabulary.CrisisProcess.Variables;
import org.springframework.stereotype.Component;

/**
 * Brings a crisis that nobody at the practice has confirmed to the team's lead: also to one who works in another team,
 * as a lead's stand-in may.
 */
@Component
class EscalateToLead implements JavaDelegate {

    private final Crises crises;
    private final Teams teams;
    private final TaskService tasks;

    EscalateToLead(Crises crises, Teams teams, TaskService tasks) {
        this.crises = crises;
        this.teams = teams;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        crises.escalate(CrisisProcess.crisis(execution), Reach.TEAM_LEAD);
        EngineGroups.teamOf(Variables.TEAM.in(execution))
                .flatMap(teams::leadOf)
                .ifPresent(lead -> open(execution.getProcessInstanceId(), lead));
    }

    private void open(String process, Account lead) {
        Set<String> theirs = EngineGroups.of(lead.asActor());
        tasks.createTaskQuery().processInstanceId(process).taskDefinitionKey(Tasks.SPEAK_WITH_PRACTICE).list().stream()
                .filter(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .noneMatch(link -> theirs.contains(link.getGroupId())))
                .forEach(task -> tasks.addCandidateGroup(task.getId(), EngineGroups.person(lead.id())));
    }
}
