package org.commonground.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.commonground.workflow.steps.Due;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service task is a small bean of {@code workflow.steps}, reached in one way; expressions can do nothing else. */
class StepsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/commonground/workflow/steps");
    private static final int LINES = 12;
    private static final String DUE = "due";
    private static final Pattern DUE_CALL = Pattern.compile("due\\.(\\w+)\\((\\w+(, \\w+)*)?\\)");
    private static final Pattern COMPARISONS = Pattern.compile("!?\\w+( == '[a-z-]+')?( \\|\\| \\w+ == '[a-z-]+')*");

    private static Stream<Model> models() {
        return Model.all();
    }

    private record Implementation(String step, String delegate, String[] others) {}

    @ParameterizedTest
    @MethodSource("models")
    void every_step_is_a_delegate_expression_of_a_bean_there_is(Model model) {
        for (Implementation step : implementations(model)) {
            assertThat(step.delegate()).as(step.step()).matches("\\$\\{[a-z][A-Za-z]*}");
            assertThat(step.others()).as(step.step()).containsOnlyNulls();
            assertThat(source(bean(step.delegate()))).as(step.step()).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothing_hides_in_a_listener(Model model) {
        assertThat(model.elements(CamundaExecutionListener.class)).isEmpty();
        assertThat(model.elements(CamundaTaskListener.class)).isEmpty();
    }

    /** A dozen lines: read the id, call one service, write what the model declares. More belongs into the capability. */
    @Test
    void a_step_is_a_dozen_lines() {
        Set<String> beans = models().flatMap(model -> steps(model).stream()).collect(Collectors.toSet());
        for (String bean : beans) {
            List<String> body = executeOf(Model.read(source(bean)));
            assertThat(body).as(bean).hasSizeLessThanOrEqualTo(LINES).isNotEmpty();
        }
    }

    @Test
    void there_is_no_step_that_no_model_uses() throws Exception {
        Set<String> used = models().flatMap(model -> beans(model).stream()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(SOURCES)) {
            Set<String> there = files.filter(file -> Model.read(file).contains("@Component"))
                    .map(file -> beanOf(file.getFileName().toString()))
                    .collect(Collectors.toSet());
            assertThat(there).isEqualTo(used);
        }
    }

    /** Comparisons of decisions, dates that {@code due} knows, variables and steps: nothing else can be evaluated. */
    @ParameterizedTest
    @MethodSource("models")
    void expressions_say_only_what_they_may(Model model) {
        for (String expression : model.expressions()) {
            Matcher due = DUE_CALL.matcher(expression);
            if (due.matches()) {
                assertThat(dueDates()).as(expression).contains(due.group(1));
            } else {
                assertThat(expression).matches(COMPARISONS);
            }
        }
    }

    /** The beans a model uses. */
    static Set<String> beans(Model model) {
        Set<String> beans = new HashSet<>(steps(model));
        if (model.text().contains("${due.")) {
            beans.add(DUE);
        }
        return beans;
    }

    private static Set<String> steps(Model model) {
        return implementations(model).stream()
                .map(step -> bean(step.delegate()))
                .collect(Collectors.toSet());
    }

    private static List<Implementation> implementations(Model model) {
        Stream<Implementation> service = model.elements(ServiceTask.class).stream()
                .map(task -> new Implementation(task.getId(), task.getCamundaDelegateExpression(), new String[] {
                    task.getCamundaClass(), task.getCamundaExpression(), task.getCamundaTopic(), task.getCamundaType()
                }));
        Stream<Implementation> send = model.elements(SendTask.class).stream()
                .map(task -> new Implementation(task.getId(), task.getCamundaDelegateExpression(), new String[] {
                    task.getCamundaClass(), task.getCamundaExpression(), task.getCamundaTopic(), task.getCamundaType()
                }));
        Stream<Implementation> rule = model.elements(BusinessRuleTask.class).stream()
                .map(task -> new Implementation(task.getId(), task.getCamundaDelegateExpression(), new String[] {
                    task.getCamundaClass(),
                    task.getCamundaExpression(),
                    task.getCamundaTopic(),
                    task.getCamundaDecisionRef()
                }));
        return Stream.of(service, send, rule).flatMap(steps -> steps).toList();
    }

    private static Set<String> dueDates() {
        return Arrays.stream(Due.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Date.class)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static String bean(String expression) {
        return expression.substring(2, expression.length() - 1);
    }

    private static Path source(String bean) {
        return SOURCES.resolve(Character.toUpperCase(bean.charAt(0)) + bean.substring(1) + ".java");
    }

    private static String beanOf(String file) {
        return Character.toLowerCase(file.charAt(0)) + file.substring(1, file.length() - ".java".length());
    }

    private static List<String> executeOf(String source) {
        return source.lines()
                .dropWhile(line -> !line.contains("void execute("))
                .skip(1)
                .takeWhile(line -> !line.equals("    }"))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
