package org.commonground.workflow.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.commonground.correspondence.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A send task says by its id which mail it posts. */
class PostMessageTest {

    @ParameterizedTest
    @CsvSource({
        "send-received, RECEIVED",
        "send-offer, OFFER",
        "send-offer-reminder, OFFER_REMINDER",
        "send-news-of-stop, NEWS",
        "send-place-given-back-on-lapse, PLACE_GIVEN_BACK",
        "send-concern-raised-to-deputy, CONCERN_RAISED",
    })
    void the_longest_kind_that_fits(String step, MessageKind kind) {
        assertThat(PostMessage.kind(step)).isEqualTo(kind);
    }

    @Test
    void a_step_that_names_no_kind_is_a_defect() {
        assertThatThrownBy(() -> PostMessage.kind("send-greetings")).hasMessageContaining("names no kind of mail");
        assertThatThrownBy(() -> PostMessage.kind("send-newsletter")).hasMessageContaining("names no kind of mail");
    }

    @Test
    void every_send_task_of_every_model_names_one() {
        List<String> sent = Stream.of(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")))
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(SendTask.class).stream())
                .map(SendTask::getId)
                .toList();
        assertThat(sent)
                .hasSizeGreaterThan(8)
                .allSatisfy(step -> assertThat(PostMessage.kind(step)).isNotNull());
    }
}
