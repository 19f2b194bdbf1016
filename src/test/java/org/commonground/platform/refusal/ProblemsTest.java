package org.commonground.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    record Command(
            @NotNull(message = "Say who") String name,
            @NotNull(message = "Say when") String day) {}

    @Test
    void all_of_it_is_refused_at_once_and_the_first_word_about_a_field_stands() {
        Problems problems = new Problems()
                .need(true, "fits", "never said")
                .needSaid(null, "day", "Enter the day")
                .needSaid(false, null, "note", "never said")
                .add("day", "what follows from it")
                .check(new Command(null, null))
                .addAll(Map.of("line", "Line 2"), field -> "file." + field);

        assertThat(catchThrowableOfType(Refusal.class, problems::refuseIfWrong).fields())
                .containsOnly(entry("day", "Enter the day"), entry("name", "Say who"), entry("file.line", "Line 2"));
    }

    @Test
    void what_is_said_for_want_of_better_gives_way_to_whatever_is_known_before_or_after() {
        Problems problems = new Problems()
                .add("before", "better")
                .otherwise("before", "Choose one")
                .otherwise("after", "Choose one")
                .add("after", "better")
                .otherwise("alone", "Choose one");

        assertThat(problems.byField())
                .containsOnly(entry("before", "better"), entry("after", "better"), entry("alone", "Choose one"));
        assertThat(problems.has("alone")).isTrue();
    }

    @Test
    void nothing_wrong_refuses_nothing() {
        assertThat(new Problems().isEmpty()).isTrue();
        assertThatCode(() -> new Problems().refuseIfWrong()).doesNotThrowAnyException();
        assertThat(new Problems().otherwise("field", "Choose one").isEmpty()).isFalse();
    }
}
