package org.commonground.workflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutputsTest {

    @Test
    void ids_dates_and_decisions_of_the_vocabulary_pass() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> outputs =
                Map.of("choice", "try", "placements", List.of(id), "nextContact", new Date(0), "outcome", "declined");

        assertThat(Outputs.checked("referral", outputs)).isEqualTo(outputs);
        assertThat(Outputs.checked("referral", outputs).get("placements")).isExactlyInstanceOf(ArrayList.class);
        assertThat(Outputs.checked("referral", Collections.singletonMap("nextContact", null)))
                .containsEntry("nextContact", null);
    }

    @Test
    void a_variable_or_a_word_no_model_knows_is_a_defect() {
        assertRefused("referral", "verdict", "go-ahead");
        assertRefused("referral", "choice", "go-ahead");
        assertRefused("referral", "nextContact", "2026-11-25");
        assertRefused("placement", "choice", "try");
    }

    @Test
    void nothing_somebody_wrote_passes() {
        assertRefused("another", "note", "Ethel likes gardens");
        assertRefused("another", "note", List.of("Ethel likes gardens"));
        assertRefused("another", "note", "x".repeat(65));
        assertRefused("another", "note", Map.of("name", "Ethel"));
    }

    private static void assertRefused(String process, String name, Object value) {
        assertThatThrownBy(() -> Outputs.checked(process, Map.of(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Ethel");
    }
}
