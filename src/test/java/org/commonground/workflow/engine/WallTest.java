package org.commonground.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody with every right the engine can give still changes nothing but through the port. */
@CommonGroundTest
class WallTest {

    @Autowired
    ProcessEngine engine;

    private String mighty;
    private ProcessInstance errand;
    private Task task;

    @BeforeEach
    void somebodyWithEveryRight() {
        mighty = UUID.randomUUID().toString();
        for (Resource resource : Resources.values()) {
            Authorization right =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setUserId(mighty);
            right.setResource(resource);
            right.setResourceId(Authorization.ANY);
            right.addPermission(Permissions.ALL);
            engine.getAuthorizationService().saveAuthorization(right);
        }
        Errands errands = new Errands(engine);
        errand = errands.start("team-north", "group-garden", Map.of());
        task = errands.task(errand);
    }

    @AfterEach
    void nobody() {
        engine.getIdentityService().clearAuthentication();
    }

    @TestFactory
    Stream<DynamicTest> every_change_is_refused() {
        Map<String, Runnable> changes = new LinkedHashMap<>();
        var runtime = engine.getRuntimeService();
        var tasks = engine.getTaskService();
        changes.put("process variable", () -> runtime.setVariable(errand.getId(), "verdict", "go-ahead"));
        changes.put("several variables", () -> runtime.setVariables(errand.getId(), Map.of("verdict", "go-ahead")));
        changes.put("remove a variable", () -> runtime.removeVariable(errand.getId(), "team"));
        changes.put("task variable", () -> tasks.setVariable(task.getId(), "verdict", "go-ahead"));
        changes.put("task-local variable", () -> tasks.setVariableLocal(task.getId(), "note", "text"));
        changes.put("comment", () -> tasks.createComment(task.getId(), null, "text about somebody"));
        changes.put(
                "attachment",
                () -> tasks.createAttachment(
                        "text", task.getId(), null, "name", "text", new ByteArrayInputStream(new byte[1])));
        changes.put("assignee", () -> tasks.setAssignee(task.getId(), mighty));
        changes.put("owner", () -> tasks.setOwner(task.getId(), mighty));
        changes.put("delegate", () -> tasks.delegateTask(task.getId(), mighty));
        changes.put("resolve", () -> tasks.resolveTask(task.getId()));
        changes.put("candidate group", () -> tasks.addCandidateGroup(task.getId(), "team-south"));
        changes.put("take a candidate group", () -> tasks.deleteCandidateGroup(task.getId(), "team-north"));
        changes.put("candidate", () -> tasks.addCandidateUser(task.getId(), mighty));
        changes.put("name", () -> tasks.setName(task.getId(), "a person's name"));
        changes.put("description", () -> tasks.setDescription(task.getId(), "a person's name"));
        changes.put("priority", () -> tasks.setPriority(task.getId(), 1));
        changes.put("save", () -> {
            task.setDescription("a person's name");
            tasks.saveTask(task);
        });
        changes.put("new task", tasks::newTask);
        changes.put("delete a task", () -> tasks.deleteTask(task.getId(), "a reason with a name"));
        changes.put("complete", () -> tasks.complete(task.getId()));
        changes.put("complete with return", () -> tasks.completeWithVariablesInReturn(task.getId(), Map.of(), false));
        changes.put("error", () -> tasks.handleBpmnError(task.getId(), "unknown"));
        changes.put("escalation", () -> tasks.handleEscalation(task.getId(), "unknown"));
        changes.put("start", () -> runtime.startProcessInstanceByKey("errand"));
        changes.put("start by message", () -> runtime.startProcessInstanceByMessage("unknown"));
        changes.put("correlate", () -> runtime.correlateMessage("referral-stopped", errand.getBusinessKey()));
        changes.put("signal", () -> runtime.signalEventReceived("unknown"));
        changes.put("delete a process", () -> runtime.deleteProcessInstance(errand.getId(), "a reason with a name"));
        changes.put("suspend", () -> runtime.suspendProcessInstanceById(errand.getId()));
        changes.put(
                "modify",
                () -> runtime.createProcessInstanceModification(errand.getId())
                        .startBeforeActivity("note")
                        .execute());
        changes.put("incident", () -> runtime.createIncident("failedJob", errand.getId(), "x", "a name"));
        changes.put(
                "restart",
                () -> runtime.restartProcessInstances(errand.getProcessDefinitionId())
                        .startBeforeActivity("note")
                        .processInstanceIds(errand.getId())
                        .execute());
        changes.put(
                "deploy",
                () -> engine.getRepositoryService()
                        .createDeployment()
                        .addClasspathResource("errand/errand.bpmn")
                        .deploy());
        changes.put("delete a deployment", () -> engine.getRepositoryService().deleteDeployment("unknown"));
        changes.put("execute a job", () -> engine.getManagementService().executeJob("unknown"));
        changes.put("delete a job", () -> engine.getManagementService().deleteJob("unknown"));
        changes.put("job's due date", () -> engine.getManagementService().setJobDuedate("unknown", null));
        changes.put("retries by anybody", () -> engine.getManagementService().setJobRetries("unknown", 1));
        changes.put("property", () -> engine.getManagementService().setProperty("a", "b"));
        changes.put("history", () -> engine.getHistoryService().deleteHistoricTaskInstance(task.getId()));
        changes.put("clean-up", () -> engine.getHistoryService().cleanUpHistoryAsync());
        changes.put(
                "right", () -> engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT));
        changes.put("filter", () -> engine.getFilterService().newTaskFilter("mine"));
        changes.put(
                "evaluate a decision",
                () -> engine.getDecisionService().evaluateDecisionTableByKey("triage", Map.of()));
        changes.put("user info", () -> engine.getIdentityService().setUserInfo(mighty, "key", "a name"));
        changes.put(
                "native query",
                () -> engine.getTaskService()
                        .createNativeTaskQuery()
                        .sql("select * from act_ru_task")
                        .list());
        return changes.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    named("team-north");
                    assertThatThrownBy(change.getValue()::run).isInstanceOf(AuthorizationException.class);
                }));
    }

    @Test
    void reading_goes_on() {
        named("team-north");

        assertThatNoException().isThrownBy(() -> {
            engine.getTaskService().createTaskQuery().taskId(task.getId()).listPage(0, 10);
            engine.getTaskService().getIdentityLinksForTask(task.getId());
            engine.getTaskService().getVariables(task.getId());
            engine.getTaskService().getTaskComments(task.getId());
            engine.getRuntimeService().createProcessInstanceQuery().count();
            engine.getRuntimeService().createIncidentQuery().listPage(0, 10);
            engine.getRuntimeService().getActivityInstance(errand.getId());
            engine.getRepositoryService().createProcessDefinitionQuery().listPage(0, 10);
            engine.getRepositoryService().getProcessModel(errand.getProcessDefinitionId());
            engine.getRepositoryService().getBpmnModelInstance(errand.getProcessDefinitionId());
            engine.getFormService().getTaskFormData(task.getId());
            engine.getFormService().getDeployedTaskForm(task.getId());
            engine.getManagementService().createJobQuery().listPage(0, 10);
            engine.getHistoryService().createHistoricTaskInstanceQuery().listPage(0, 10);
            engine.getFilterService().createFilterQuery().listPage(0, 10);
            engine.getAuthorizationService()
                    .isUserAuthorized(mighty, List.of(), Permissions.READ, Resources.PROCESS_DEFINITION);
        });
    }

    @Test
    void the_wall_stands_before_commands_in_their_own_transaction_too() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        named("team-north");

        assertThatThrownBy(() -> configuration
                        .getCommandExecutorTxRequiresNew()
                        .execute(new SetTaskNameCmd(task.getId(), "a person's name")))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void a_list_without_an_end_is_refused() {
        named("team-north");

        assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().list())
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void an_administrator_has_a_failed_job_tried_again() {
        Job job = job();
        engine.getManagementService().setJobRetries(job.getId(), 0);
        named("role-administrator");

        engine.getManagementService().setJobRetries(job.getId(), 1);

        assertThat(job().getRetries()).isEqualTo(1);
    }

    private Job job() {
        engine.getIdentityService().clearAuthentication();
        if (engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 1) {
            engine.getTaskService().complete(task.getId());
        }
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(errand.getId())
                .singleResult();
    }

    private void named(String group) {
        engine.getIdentityService().setAuthentication(mighty, List.of(group), List.of(Tenants.INSTALLATION));
    }
}
