package org.commonground.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.commonground.account.Role;
import org.commonground.testing.CommonGroundTest;
import org.commonground.workflow.tasks.TaskForm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A human task is three things with one id: the task, its form and the bean with its record. */
@CommonGroundTest
class HumanTasksTest {

    private static final Path FORMS = Path.of("forms");

    /** Groups as the engine knows them, or variables that name one. */
    private static final Pattern CANDIDATES = Pattern.compile(Stream.of(Role.values())
                    .filter(Role::isPost)
                    .map(role -> "post-" + role.word() + "-\\$\\{neighbourhood}")
                    .collect(Collectors.joining("|"))
            + "|\\$\\{(team|owner)}|\\$\\{group},\\$\\{team}|\\$\\{team},\\$\\{group}");

    /** Forms of the tests' own model stand elsewhere on the class path. */
    private static final String ERRAND = "run-errand";

    @Autowired
    List<TaskForm<?>> beans;

    @Test
    void every_task_has_a_form_that_binds_by_deployment() {
        assertThat(Model.userTasks()).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(task.getCamundaFormKey()).isNull();
        });
        assertThat(missing(task -> Files.exists(FORMS.resolve(task + ".form"))))
                .as("tasks without a form in forms/")
                .isEmpty();
    }

    @Test
    void every_form_says_its_own_name() {
        assertThat(Model.userTasks().map(UserTask::getId).filter(task -> Files.exists(FORMS.resolve(task + ".form"))))
                .allSatisfy(task ->
                        assertThat(Model.read(FORMS.resolve(task + ".form"))).contains("\"id\": \"" + task + "\""));
    }

    @Test
    void every_task_has_a_bean_and_every_bean_a_task() {
        Set<String> answered = beans.stream().map(TaskForm::task).collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing(answered::contains)).as("tasks that nobody answers").isEmpty();
        answered.removeAll(Model.userTasks().map(UserTask::getId).toList());
        answered.remove(ERRAND);
        assertThat(answered).as("answers to no task").isEmpty();
    }

    /** Every wait has an owner and a due date: whoever is late is seen, and the sweep tells somebody. */
    @Test
    void every_task_is_offered_to_somebody_until_some_day() {
        assertThat(Model.userTasks()).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroups()).matches(CANDIDATES);
            assertThat(task.getCamundaDueDate()).matches("\\$\\{.+}");
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateUsers()).isNull();
        });
    }

    private static Set<String> missing(Predicate<String> there) {
        return Model.userTasks()
                .map(UserTask::getId)
                .filter(there.negate())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
