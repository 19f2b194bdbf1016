package org.commonground.workflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Role;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.People;
import org.commonground.workflow.engine.Errands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The port as Tasklist's own REST resource reaches it: through the engine's form and task services. */
@CommonGroundTest
class PortInEngineTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    BeanFactory context;

    @Autowired
    Accounts accounts;

    private final UUID group = UUID.randomUUID();
    private SignedIn signedIn;
    private Account organiser;
    private ProcessInstance errand;
    private String task;

    @BeforeEach
    void anErrand() {
        signedIn = new SignedIn(accounts, engine.getIdentityService());
        organiser = signedIn.account(Role.ORGANISER, group);
        Errands errands = new Errands(engine);
        errand = errands.start("team-" + UUID.randomUUID(), "group-" + group, Map.of());
        task = errands.task(errand).getId();
    }

    @AfterEach
    void nobody() {
        signedIn.nobody();
    }

    @Test
    void the_form_shows_what_is_read_live_and_lists_as_json() {
        signedIn.as(organiser);

        VariableMap shown = forms.getTaskFormVariables(task, null, false);

        SerializableValue things = shown.getValueTyped("things");
        assertThat(things.getValueSerialized()).contains("\"label\":\"Milk\"", "\"value\":\"milk\"");
        assertThat(shown)
                .containsOnlyKeys("person", "role", "things", "reference", "task")
                .containsEntry("role", "organiser");
        assertThat(forms.getTaskFormVariables(task, List.of("role"), false)).containsOnlyKeys("role");
    }

    @Test
    void claim_answer_and_the_task_is_done() {
        signedIn.as(organiser);

        tasks.claim(task, organiser.id().toString());
        forms.submitTaskForm(
                task,
                Variables.createVariables()
                        .putValue("count", 2)
                        .putValue("note", "")
                        .putValueTyped(
                                "things", SpinValues.jsonValue("[\"milk\"]").create()));

        signedIn.nobody();
        assertThat(engine.getRuntimeService().getVariable(errand.getId(), "answer"))
                .isEqualTo("done");
    }

    @Test
    void the_identity_is_put_back_after_an_answer_and_after_a_refusal() {
        signedIn.as(organiser);
        tasks.claim(task, organiser.id().toString());

        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of()));
        assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId())
                .isEqualTo(organiser.id().toString());
        forms.submitTaskFormWithVariablesInReturn(task, Map.of("count", 1), false);
        assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId())
                .isEqualTo(organiser.id().toString());
    }

    @Test
    void a_wrong_answer_is_what_the_web_applications_answer_with_a_400() {
        signedIn.as(organiser);
        tasks.claim(task, organiser.id().toString());

        assertThatThrownBy(() -> forms.submitTaskFormWithVariablesInReturn(task, Map.of("count", 11), false))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessage("count: must be at most 10")
                .hasNoCause();
    }

    @Test
    void rights_granted_in_the_engine_open_no_form() {
        Account manager = People.in(context).with(Role.MANAGER).account();
        grantEverythingOnTasks(manager);
        signedIn.as(manager);

        assertThatThrownBy(() -> forms.getTaskFormVariables(task)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.claim(task, manager.id().toString())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("count", 1))).isInstanceOf(TaskRefused.class);
    }

    @Test
    void a_stranger_is_refused() {
        signedIn.as(signedIn.account(Role.ORGANISER, UUID.randomUUID()));

        assertThatThrownBy(() -> forms.getTaskFormVariables(task)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("count", 1))).isInstanceOf(TaskRefused.class);
    }

    @Test
    void nobody_signed_in_answers_nothing() {
        assertThatThrownBy(() -> forms.getTaskFormVariables(task)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("count", 1))).isInstanceOf(TaskRefused.class);
    }

    @Test
    void a_task_is_claimed_for_oneself_and_given_back_by_oneself() {
        Account colleague = signedIn.account(Role.ORGANISER, group);
        signedIn.as(organiser);

        assertThatThrownBy(() -> tasks.claim(task, colleague.id().toString()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setAssignee(task, organiser.id().toString()))
                .isInstanceOf(AuthorizationException.class);
        tasks.claim(task, organiser.id().toString());
        signedIn.as(colleague);
        assertThatThrownBy(() -> tasks.setAssignee(task, null)).isInstanceOf(AuthorizationException.class);
        signedIn.as(organiser);
        tasks.setAssignee(task, null);

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void no_process_starts_from_a_form() {
        signedIn.as(organiser);
        String definition = errand.getProcessDefinitionId();

        assertThatThrownBy(() -> forms.getStartFormVariables(definition)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> forms.submitStartForm(definition, Map.of()))
                .isInstanceOf(BadUserRequestException.class);
    }

    private void grantEverythingOnTasks(Account account) {
        Authorization right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(account.id().toString());
        right.setResource(Resources.TASK);
        right.setResourceId(Authorization.ANY);
        right.addPermission(Permissions.ALL);
        engine.getAuthorizationService().saveAuthorization(right);
    }
}
