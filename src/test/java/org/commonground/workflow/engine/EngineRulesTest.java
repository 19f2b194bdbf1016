package org.commonground.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.platform.time.MovableClock;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommonGroundTest
class EngineRulesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Errands errands;

    @BeforeEach
    void model() {
        errands = new Errands(engine);
    }

    @Test
    void a_tasks_name_ends_with_the_reference_and_urgent_ones_come_first() {
        Task normal = errands.task(errands.start(Map.of("reference", "CG-7F3K-2Q")));
        Task urgent = errands.task(errands.start(Map.of("urgency", "urgent")));

        assertThat(normal.getName()).isEqualTo("Run the errand · CG-7F3K-2Q");
        assertThat(normal.getPriority()).isEqualTo(50);
        assertThat(urgent.getPriority()).isEqualTo(80);
    }

    @Test
    void history_keeps_steps_and_tasks_but_no_value() {
        ProcessInstance errand = errands.start(Map.of("urgency", "urgent"));
        engine.getTaskService().complete(errands.task(errand).getId(), Map.of("answer", "yes"));

        assertThat(rows("act_hi_varinst", errand)).isZero();
        assertThat(rows("act_hi_detail", errand)).isZero();
        assertThat(rows("act_hi_actinst", errand)).isPositive();
        assertThat(rows("act_hi_taskinst", errand)).isPositive();
        assertThat(rows("act_hi_procinst", errand)).isPositive();
    }

    @Test
    void a_failed_job_tells_nothing_about_people_and_ends_as_an_incident() {
        ProcessInstance errand = errands.start(Map.of("outcome", "later", "reference", "CG-FAIL-01"));
        engine.getTaskService().complete(errands.task(errand).getId());

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() ->
                            engine.getManagementService().executeJob(job(errand).getId()))
                    .isInstanceOf(StepFailed.class)
                    .hasMessage("later failed: duplicate-key (CG-FAIL-01)")
                    .hasNoCause();
        }

        Job failed = job(errand);
        assertThat(failed.getRetries()).isZero();
        assertThat(failed.getExceptionMessage()).isEqualTo("later failed: duplicate-key (CG-FAIL-01)");
        assertThat(engine.getManagementService().getJobExceptionStacktrace(failed.getId()))
                .contains("NoteErrand.execute")
                .doesNotContain(NoteErrand.PERSON);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(errand.getId())
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).doesNotContain(NoteErrand.PERSON));
    }

    @Test
    void a_failing_step_of_a_persons_answer_changes_nothing_and_names_nobody() {
        ProcessInstance errand = errands.start(Map.of("outcome", "note"));
        Task task = errands.task(errand);

        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId()))
                .isInstanceOf(StepFailed.class)
                .hasMessageNotContaining(NoteErrand.PERSON)
                .hasNoCause();
        assertThat(errands.task(errand).getId()).isEqualTo(task.getId());
    }

    @Test
    void the_engines_clock_follows_ours() {
        clock.move(Duration.ofDays(40));

        assertThat(ClockUtil.getCurrentTime()).isCloseTo(Date.from(clock.instant()), 2000);
    }

    @Test
    void a_job_always_has_a_due_date() {
        ProcessInstance errand = errands.start(Map.of());
        engine.getTaskService().complete(errands.task(errand).getId());

        assertThat(job(errand).getDuedate()).isNotNull();
    }

    @Test
    void a_task_handed_on_is_taken_from_those_who_had_it() {
        Task task = errands.task(errands.start("team-north", "group-garden", Map.of()));
        engine.getTaskService().setAssignee(task.getId(), "ann");
        engine.getTaskService().setAssignee(task.getId(), "bob");
        engine.getTaskService().deleteCandidateGroup(task.getId(), "team-north");
        engine.getTaskService().addCandidateGroup(task.getId(), "team-south");

        List<Authorization> rights = engine.getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list();

        assertThat(rights)
                .extracting(right -> right.getUserId() == null ? right.getGroupId() : right.getUserId())
                .containsExactlyInAnyOrder("bob", "team-south", "group-garden");
        assertThat(rights).allSatisfy(right -> {
            assertThat(right.isPermissionGranted(TaskPermissions.TASK_WORK)).isTrue();
            assertThat(right.isPermissionGranted(TaskPermissions.UPDATE)).isFalse();
        });
    }

    @Test
    void a_team_sees_its_own_tasks_alone() {
        Task task = errands.task(errands.start("team-north", "group-garden", Map.of()));

        assertThat(seen(task, "team-north")).isOne();
        assertThat(seen(task, "team-south")).isZero();
    }

    @Test
    void a_model_that_does_not_say_how_long_its_history_is_kept_is_not_deployed() throws IOException {
        String model = new ClassPathResource("errand/errand.bpmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("camunda:historyTimeToLive=\"P1D\"", "");

        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("errand.bpmn", model)
                        .deploy())
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("History Time To Live");
    }

    @Test
    void only_step_beans_are_visible_to_expressions() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.getBeans().containsKey("dataSource")).isFalse();
        assertThat(configuration.getBeans().keySet())
                .allSatisfy(name -> assertThat(
                                configuration.getBeans().get(name).getClass().getPackageName())
                        .startsWith("org.commonground.workflow.steps"));
    }

    @Test
    void a_task_without_a_model_is_refused() {
        assertThatThrownBy(() ->
                        engine.getTaskService().saveTask(engine.getTaskService().newTask()))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void an_expression_in_a_query_is_refused() {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .taskAssigneeExpression("${1 + 1}")
                        .list())
                .isInstanceOf(ProcessEngineException.class);
    }

    private long seen(Task task, String group) {
        engine.getIdentityService().setAuthentication("somebody", List.of(group));
        try {
            return engine.getTaskService()
                    .createTaskQuery()
                    .taskId(task.getId())
                    .count();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void what_ended_long_ago_is_deleted_from_history() {
        ProcessInstance errand = errands.start(Map.of());
        engine.getTaskService().complete(errands.task(errand).getId());
        engine.getManagementService().executeJob(job(errand).getId());
        assertThat(rows("act_hi_procinst", errand)).isOne();

        clock.move(Duration.ofDays(3));
        engine.getHistoryService().cleanUpHistoryAsync(true);
        engine.getHistoryService()
                .findHistoryCleanupJobs()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));

        for (String table : List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_job_log")) {
            String column = table.equals("act_hi_job_log") ? "process_instance_id_" : "proc_inst_id_";
            assertThat(rows(table, column, errand)).as(table).isZero();
        }
    }

    private Job job(ProcessInstance errand) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(errand.getId())
                .singleResult();
    }

    private int rows(String table, ProcessInstance errand) {
        return rows(table, "proc_inst_id_", errand);
    }

    private int rows(String table, String column, ProcessInstance errand) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :id")
                .param("id", errand.getId())
                .query(Integer.class)
                .single();
    }
}
