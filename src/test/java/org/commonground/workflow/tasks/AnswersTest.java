package org.commonground.workflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.TeamId;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    enum Mood {
        GLAD,
        NOT_SURE
    }

    record Everything(
            String text,
            LocalDate day,
            LocalTime time,
            Mood mood,
            int count,
            Integer maybe,
            boolean yes,
            Boolean perhaps,
            BigDecimal amount,
            List<String> words,
            List<UUID> ids,
            Set<Mood> moods,
            TeamId team,
            Narrative story,
            NhsNumber number) {}

    record Strict(
            @NotNull(message = "is missing") String name,
            @Max(value = 10, message = "must be at most 10") int count,
            LocalDate day) {}

    record Copying(List<String> words) {
        Copying {
            words = List.copyOf(words);
        }
    }

    @Test
    void reads_every_kind_of_field() {
        UUID id = UUID.randomUUID();
        Map<String, Object> submitted = new HashMap<>();
        submitted.put("text", "  hello ");
        submitted.put("day", "2026-11-25");
        submitted.put("time", "14:30");
        submitted.put("mood", "not-sure");
        submitted.put("count", 3);
        submitted.put("maybe", 4L);
        submitted.put("yes", true);
        submitted.put("perhaps", "false");
        submitted.put("amount", 12.5);
        submitted.put("words", List.of("a", " b "));
        submitted.put("ids", List.of(id.toString()));
        submitted.put("moods", List.of("glad"));
        submitted.put("team", id.toString());
        submitted.put("story", "what matters");
        submitted.put("number", "999 000 0018");

        assertThat(Answers.read(Everything.class, submitted))
                .isEqualTo(new Everything(
                        "hello",
                        LocalDate.of(2026, 11, 25),
                        LocalTime.of(14, 30),
                        Mood.NOT_SURE,
                        3,
                        4,
                        true,
                        false,
                        new BigDecimal("12.5"),
                        List.of("a", "b"),
                        List.of(id),
                        Set.of(Mood.GLAD),
                        new TeamId(id),
                        new Narrative("what matters"),
                        new NhsNumber("9990000018")));
    }

    @Test
    void what_is_hidden_or_left_empty_is_nothing() {
        Map<String, Object> submitted = new HashMap<>();
        Arrays.stream(Everything.class.getRecordComponents()).forEach(c -> submitted.put(c.getName(), null));
        submitted.put("text", "   ");
        submitted.put("story", "");

        Everything nothing = new Everything(
                null, null, null, null, 0, null, false, null, null, List.of(), List.of(), Set.of(), null, null, null);
        assertThat(Answers.read(Everything.class, submitted)).isEqualTo(nothing);
        assertThat(Answers.read(Everything.class, Map.of())).isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource({
        "day, 25/11/2026, Enter a date such as 19/11/2026",
        "day, 2026-02-30, Enter a date such as 19/11/2026",
        "time, noon, Enter a time such as 14:30",
        "mood, angry, Choose one of the answers",
        "mood, NOT_SURE, Choose one of the answers",
        "count, 2.5, Enter a whole number",
        "count, many, Enter a whole number",
        "maybe, 99999999999, Enter a whole number",
        "yes, perhaps, Answer yes or no",
        "amount, lots, Enter a number",
        "words, one, This must be a list",
        "team, nonsense, Choose one of the answers",
        "number, 999 000 0019, 'This is not an NHS number: it has ten digits, and the last one checks the others'",
    })
    void says_what_was_expected_and_never_what_was_given(String field, String given, String message) {
        assertThat(refused(Everything.class, Map.of(field, given))).containsOnly(entry(field, message));
    }

    @Test
    void something_structured_is_no_text() {
        assertThat(refused(Everything.class, Map.of("text", Map.of("a", 1)))).containsKey("text");
        assertThat(refused(Everything.class, Map.of("ids", List.of("x")))).containsKey("ids");
        assertThat(refused(Everything.class, Map.of("words", List.of(List.of("x")))))
                .containsKey("words");
    }

    @Test
    void everything_wrong_is_told_at_once() {
        assertThat(refused(Strict.class, Map.of("count", 11, "day", "soon", "verdict", "go-ahead")))
                .containsOnly(
                        entry("name", "is missing"),
                        entry("count", "must be at most 10"),
                        entry("day", "Enter a date such as 19/11/2026"),
                        entry("verdict", "There is no such field"));
    }

    @Test
    void a_record_may_copy_its_lists() {
        assertThat(Answers.read(Copying.class, Map.of()).words()).isEmpty();
    }

    @Test
    void a_time_with_an_offset_is_the_time_on_the_wall() {
        assertThat(Answers.read(Everything.class, Map.of("time", "14:30+01:00")).time())
                .isEqualTo(LocalTime.of(14, 30));
        assertThat(Answers.read(Everything.class, Map.of("time", "14:30Z")).time())
                .isEqualTo(LocalTime.of(14, 30));
    }

    private static Map<String, String> refused(Class<? extends Record> type, Map<String, Object> submitted) {
        return catchThrowableOfType(Refusal.class, () -> Answers.read(type, submitted))
                .fields();
    }
}
