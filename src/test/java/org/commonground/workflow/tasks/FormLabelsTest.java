package org.commonground.workflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong in a long form is told in the order in which it asks. */
class FormLabelsTest {

    private final FormLabels labels = new FormLabels();

    @Test
    void what_is_wrong_comes_in_the_forms_order_and_what_it_does_not_ask_for_last() {
        Map<String, String> wrong = Map.of(
                "a-name-of-no-field", "!",
                "anxious", "!",
                "capacity", "!",
                "conversationOn", "!",
                "whatMatters", "!");

        assertThat(labels.inOrder("hold-conversation", wrong).keySet())
                .containsExactly("conversationOn", "capacity", "whatMatters", "anxious", "a-name-of-no-field");
    }

    @Test
    void a_label_is_read_without_its_star() {
        assertThat(labels.of("hold-conversation", "whatMatters")).isEqualTo("What matters to them?");
        assertThat(labels.of("hold-conversation", "a-name-of-no-field")).isEqualTo("a-name-of-no-field");
    }
}
