package org.commonground.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.commonground.workflow.vocabulary.CommonVariables;
import org.commonground.workflow.vocabulary.Variable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models and code use the same words: each is compared both ways, so that neither can drift from the other. */
class VocabularyTest {

    private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '([^']+)'");

    /** What every task's name and priority, and every called process, takes; a model need not write them. */
    private static final Set<String> CARRIED = Set.of(
            CommonVariables.REFERENCE.name(),
            CommonVariables.REFERRAL_ID.name(),
            CommonVariables.TEAM.name(),
            CommonVariables.URGENCY.name(),
            // an answer sets it in whichever process the task stands; the referral's own sums it up
            "outcome",
            "placementId");

    private static Stream<Model> models() {
        return Model.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void tasks(Model model) {
        assertThat(model.words("Tasks")).isEqualTo(model.ids(UserTask.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void steps(Model model) {
        assertThat(model.words("Steps"))
                .isEqualTo(model.ids(
                        ServiceTask.class,
                        SendTask.class,
                        BusinessRuleTask.class,
                        CallActivity.class,
                        SubProcess.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void timers(Model model) {
        assertThat(model.words("Timers")).isEqualTo(eventsWith(model, TimerEventDefinition.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void messages(Model model) {
        Set<String> declared = names(model.elements(Message.class).stream().map(Message::getName));
        assertThat(model.words("Messages"))
                .isEqualTo(declared)
                .as("each message is caught by the event of its name")
                .isEqualTo(eventsWith(model, MessageEventDefinition.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void errors(Model model) {
        Set<String> codes = names(model.elements(Error.class).stream().map(Error::getErrorCode));
        assertThat(model.words("Errors")).isEqualTo(codes);
        assertThat(model.elements(ErrorEventDefinition.class)).allMatch(caught -> caught.getError() != null);
    }

    /** Where it starts and how it ends; timers and messages are named apart. */
    @ParameterizedTest
    @MethodSource("models")
    void events(Model model) {
        Set<String> events = model.ids(StartEvent.class, EndEvent.class);
        events.addAll(eventsWith(model, ErrorEventDefinition.class));
        events.removeAll(eventsWith(model, MessageEventDefinition.class));
        assertThat(model.words("Events")).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("models")
    void variables(Model model) {
        Set<String> known = names(model.variables().stream().map(Variable::name));
        Set<String> used = usedIn(model);

        assertThat(known).as("what the model uses").containsAll(used);
        Set<String> unused = new TreeSet<>(known);
        unused.removeAll(used);
        assertThat(CARRIED).as("what the model does not use").containsAll(unused);
    }

    /** Every word a person or step can decide leads somewhere, and no flow waits for a word that nobody says. */
    @ParameterizedTest
    @MethodSource("models")
    void decisions(Model model) {
        Map<String, Set<String>> asked = new HashMap<>();
        for (ConditionExpression condition : model.elements(ConditionExpression.class)) {
            Matcher comparison = COMPARISON.matcher(condition.getTextContent());
            while (comparison.find()) {
                asked.computeIfAbsent(comparison.group(1), name -> new TreeSet<>())
                        .add(comparison.group(2));
            }
        }
        Map<String, Set<String>> said = model.variables().stream()
                .filter(variable -> asked.containsKey(variable.name()))
                .collect(Collectors.toMap(Variable::name, Variable::words));
        assertThat(said).isEqualTo(asked);
        for (CamundaInputParameter given : model.elements(CamundaInputParameter.class)) {
            assertThat(variable(model, given.getCamundaName()).words()).contains(given.getTextContent());
        }
    }

    /** What a caller hands over is what the called process knows. */
    @ParameterizedTest
    @MethodSource("models")
    void handed_over(Model model) {
        for (CallActivity call : model.elements(CallActivity.class)) {
            Model called = models().filter(other -> other.id().equals(call.getCalledElement()))
                    .findFirst()
                    .orElseThrow();
            for (CamundaIn in : in(call)) {
                if (in.getCamundaTarget() != null) {
                    assertThat(variable(called, in.getCamundaTarget()))
                            .isEqualTo(variable(model, in.getCamundaSource()));
                }
            }
        }
        assertThat(model.elements(CamundaOut.class)).isEmpty();
        assertThat(model.elements(CamundaOutputParameter.class)).isEmpty();
    }

    private static Set<String> usedIn(Model model) {
        Set<String> used = new HashSet<>();
        model.expressions().forEach(expression -> used.addAll(Model.namesIn(expression)));
        model.elements(MultiInstanceLoopCharacteristics.class).forEach(each -> {
            used.add(each.getCamundaCollection());
            used.add(each.getCamundaElementVariable());
        });
        model.elements(CallActivity.class).forEach(call -> in(call).forEach(in -> used.add(in.getCamundaSource())));
        model.elements(CamundaInputParameter.class).forEach(given -> used.add(given.getCamundaName()));
        used.remove(null);
        used.removeAll(StepsTest.beans(model));
        return used;
    }

    private static Variable<?> variable(Model model, String name) {
        return model.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(model + " has no variable " + name));
    }

    private static List<CamundaIn> in(CallActivity call) {
        return call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list();
    }

    private static Set<String> eventsWith(Model model, Class<? extends EventDefinition> definition) {
        return names(model.elements(Event.class).stream()
                .filter(event -> definitions(event).stream().anyMatch(definition::isInstance))
                .map(Event::getId));
    }

    private static Collection<EventDefinition> definitions(Event event) {
        return event instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : ((ThrowEvent) event).getEventDefinitions();
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
