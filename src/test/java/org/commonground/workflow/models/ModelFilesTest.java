package org.commonground.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.commonground.workflow.vocabulary.FollowUpPlanDecision;
import org.commonground.workflow.vocabulary.PlacementVerdictDecision;
import org.commonground.workflow.vocabulary.TriageDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model has to be, whatever it says. */
class ModelFilesTest {

    private static Stream<Model> models() {
        return Model.all();
    }

    @Test
    void every_file_has_a_vocabulary() throws IOException {
        assertThat(filesIn(".bpmn")).isEqualTo(models().map(Model::id).collect(Collectors.toSet()));
        assertThat(filesIn(".dmn"))
                .isEqualTo(Set.of(TriageDecision.ID, PlacementVerdictDecision.ID, FollowUpPlanDecision.ID));
    }

    /** A process is found by its file, can be deleted some day, and is started by what happens, never by hand. */
    @ParameterizedTest
    @MethodSource("models")
    void it_is_one_process_named_like_its_file(Model model) {
        assertThat(model.elements(Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(model.id());
            assertThat(process.getName()).isNotBlank();
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
            assertThat(process.isCamundaStartableInTasklist()).isFalse();
        });
    }

    /** A running process keeps the called process it was deployed with, and is found there by its own subject. */
    @ParameterizedTest
    @MethodSource("models")
    void a_called_process_binds_by_deployment_and_has_a_business_key(Model model) {
        for (CallActivity call : model.elements(CallActivity.class)) {
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            assertThat(models().map(Model::id)).as(call.getId()).contains(call.getCalledElement());
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .as(call.getId())
                    .anyMatch(in -> in.getCamundaBusinessKey() != null)
                    .noneMatch(in -> "all".equals(in.getCamundaVariables()));
        }
    }

    /** Names are for people; ids are for code, logs and addresses. */
    @ParameterizedTest
    @MethodSource("models")
    void names_are_plain_words_and_ids_have_one_form(Model model) {
        for (FlowNode node : model.elements(FlowNode.class)) {
            assertThat(node.getId()).matches("[a-z]+(-[a-z]+)*");
            boolean join = node instanceof ExclusiveGateway
                    && node.getOutgoing().size() == 1
                    && node.getIncoming().size() > 1;
            if (join) {
                assertThat(node.getName()).as(node.getId()).isNull();
            } else {
                assertThat(node.getName()).as(node.getId()).isNotBlank();
            }
        }
        assertThat(model.elements(Event.class)).isNotEmpty();
    }

    /** A question whose answer no flow knows stops with an error that the person who answers sees: no default flow. */
    @ParameterizedTest
    @MethodSource("models")
    void a_gateway_asks_a_question_and_every_flow_out_of_it_is_an_answer(Model model) {
        for (ExclusiveGateway gateway : model.elements(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                assertThat(gateway.getDefault()).as(gateway.getId()).isNull();
                for (SequenceFlow answer : gateway.getOutgoing()) {
                    assertThat(answer.getName()).as(answer.getId()).isNotBlank();
                    assertThat(answer.getConditionExpression())
                            .as(answer.getId())
                            .isNotNull();
                }
            }
        }
    }

    /** A stopped clock is set anew as a date, and a date can be read in Cockpit; scripts hide code from the compiler. */
    @ParameterizedTest
    @MethodSource("models")
    void timers_are_dates_and_there_are_no_scripts(Model model) {
        assertThat(model.elements(TimeCycle.class)).isEmpty();
        assertThat(model.elements(TimeDuration.class)).isEmpty();
        assertThat(model.elements(Script.class)).isEmpty();
        assertThat(model.elements(CamundaScript.class)).isEmpty();
        assertThat(model.elements(ConditionExpression.class))
                .allMatch(condition -> condition.getLanguage() == null && condition.getCamundaResource() == null);
        assertThat(model.elements(BoundaryEvent.class))
                .allMatch(event -> !event.getEventDefinitions().isEmpty());
        assertThat(model.elements(TextAnnotation.class))
                .allMatch(note -> !note.getText().getTextContent().isBlank());
    }

    private static Set<String> filesIn(String ending) throws IOException {
        try (Stream<Path> files = Files.list(Model.FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toSet());
        }
    }
}
