package org.commonground.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleWordsTest {

    @ParameterizedTest
    @CsvSource({
        "link-worker, a link worker",
        "organiser, an organiser",
        "safeguarding-deputy, a safeguarding deputy",
        "practice-staff, practice staff"
    })
    void somebody_is_called_by_their_role(String role, String words) {
        assertThat(RoleWords.somebody(role)).isEqualTo(words);
    }
}
