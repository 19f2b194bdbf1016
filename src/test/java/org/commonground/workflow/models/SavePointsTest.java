package org.commonground.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a transaction ends although nobody waits. There are few such places: what follows a person's answer runs in
 * that person's transaction, so that a failure is shown to them and nothing has changed; what follows a timer is a job
 * anyhow. No step renders or calls out (mail is a row of the outbox), so none needs a save point before it.
 */
class SavePointsTest {

    /** By element: where, and why. */
    private static final Map<String, String> SAVE_POINTS = Map.of(
            "before confirm-death",
                    "recording a death wakes other referrals of the same person: each is a job, so that it locks nothing"
                            + " of theirs and their trouble holds it up nowhere",
            "before leave-group",
                    "a closing group may concern many people: each is a job with locks of its own, so that the closing"
                            + " waits for nobody and one person's trouble holds up nobody else",
            "after each try-placements",
                    "two placements of a round may end at the same moment: each leaves a job, and the jobs of one"
                            + " process join one after the other; and nobody's answer waits for the round's review",
            "after each try-other-groups", "the same, in a round beside others",
            "after another-round",
                    "the last placement of a round may end the referral: whoever answered sees their own answer kept,"
                            + " whatever becomes of closing",
            "after call-signposted",
                    "the call may end the referral, or lead back to choosing: whoever held it sees their own answer"
                            + " kept, whatever becomes of that",
            "after call-beside", "the same, for somebody who was signposted while groups were chosen",
            "after look-back",
                    "the last follow-up may end the referral: whoever held it sees their own answer kept, whatever"
                            + " becomes of closing");

    private static Stream<Model> models() {
        return Model.all();
    }

    @Test
    void save_points_are_where_the_table_says() {
        assertThat(models().flatMap(SavePointsTest::savePoints))
                .containsExactlyInAnyOrderElementsOf(new TreeMap<>(SAVE_POINTS).keySet());
        assertThat(SAVE_POINTS.values()).allMatch(reason -> !reason.isBlank());
    }

    /** Jobs of one process instance never run side by side; a retry cycle of its own would hide from the global one. */
    @ParameterizedTest
    @MethodSource("models")
    void jobs_are_exclusive_and_retried_like_all_others(Model model) {
        assertThat(model.elements(FlowNode.class)).allMatch(FlowNode::isCamundaExclusive);
        assertThat(model.text()).doesNotContain("failedJobRetryTimeCycle").doesNotContain("jobPriority");
    }

    private static Stream<String> savePoints(Model model) {
        Stream<String> before = model.elements(FlowNode.class).stream()
                .filter(FlowNode::isCamundaAsyncBefore)
                .map(node -> "before " + node.getId());
        // the library refuses the question of a gateway that waits
        Stream<String> after = model.elements(FlowNode.class).stream()
                .filter(node -> !(node instanceof EventBasedGateway))
                .filter(FlowNode::isCamundaAsyncAfter)
                .map(node -> "after " + node.getId());
        Stream<String> each = model.elements(MultiInstanceLoopCharacteristics.class).stream()
                .flatMap(loop -> Stream.of(
                                loop.isCamundaAsyncBefore() ? "before each " : "",
                                loop.isCamundaAsyncAfter() ? "after each " : "")
                        .filter(where -> !where.isEmpty())
                        .map(where -> where + ((FlowNode) loop.getParentElement()).getId()));
        return Stream.of(before, after, each).flatMap(found -> found).collect(Collectors.toSet()).stream();
    }
}
