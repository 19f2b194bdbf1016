package org.commonground.platform.submitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.TeamId;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One binder for a form, a page, a file's cells and Json, each as it writes values, with one wording for each mistake. */
class BinderTest {

    enum Mood {
        GLAD,
        NOT_SURE
    }

    /** Says itself how it is written. */
    record Place(String text) {
        public static Place of(String text) {
            if (!text.contains("@")) {
                throw new Unreadable("Write each place like: here @ there");
            }
            return new Place(text);
        }
    }

    record Inner(@NotNull(message = "Enter a name") PersonName name, Boolean safe) {}

    record Command(
            @NotNull(message = "Choose a mood") Mood mood,
            LocalDate day,
            BirthDate born,
            LocalTime time,
            Boolean yes,
            Integer count,
            boolean ticked,
            NhsNumber number,
            TeamId team,
            Narrative story,
            Set<Mood> moods,
            @NotEmpty(message = "Name a place") List<Place> places,
            @Valid Inner inner) {}

    record Visit(
            @NotNull(message = "Choose a mood") Mood mood,
            @Flat @Valid Inner inner) {}

    private final Problems problems = new Problems();

    @Test
    void the_fields_of_a_flat_record_stand_beside_the_commands_own() {
        Map<String, Object> sent = new HashMap<>();
        sent.put("mood", "glad");
        sent.put("name", "Jo Draft");
        sent.put("safe", true);
        assertThat(Binder.whole(Visit.class, Submitted.form(sent), problems))
                .isEqualTo(new Visit(Mood.GLAD, new Inner(new PersonName("Jo Draft"), true)));
        assertThat(problems.isEmpty()).isTrue();

        sent.put("name", null);
        sent.put("inner", Map.of("name", "Jo"));
        Binder.whole(Visit.class, Submitted.form(sent), problems);
        assertThat(problems.byField())
                .containsOnly(entry("name", "Enter a name"), entry("inner", Wording.UNKNOWN_FIELD));
    }

    @Test
    void a_page_sends_text_and_three_boxes_for_a_day() {
        UUID team = UUID.randomUUID();
        Map<String, List<String>> sent = new HashMap<>();
        sent.put("mood", List.of(" not-sure "));
        sent.put("day-day", List.of("5"));
        sent.put("day-month", List.of("11"));
        sent.put("day-year", List.of("2026"));
        sent.put("born-day", List.of("14"));
        sent.put("born-month", List.of("03"));
        sent.put("born-year", List.of("1951"));
        sent.put("time", List.of("9.05"));
        sent.put("yes", List.of("false"));
        sent.put("ticked", List.of("true"));
        sent.put("number", List.of("999 000 0018"));
        sent.put("team", List.of(team.toString()));
        sent.put("story", List.of("one\r\ntwo "));
        sent.put("moods", List.of("glad", "not-sure"));
        sent.put("places", List.of("a@b"));
        sent.put("inner.name", List.of("Wil"));
        sent.put("inner.safe", List.of("true"));
        sent.put("_csrf", List.of("beside it"));

        assertThat(Binder.whole(Command.class, Submitted.page(sent), problems))
                .isEqualTo(new Command(
                        Mood.NOT_SURE,
                        LocalDate.of(2026, 11, 5),
                        new BirthDate(LocalDate.of(1951, 3, 14)),
                        LocalTime.of(9, 5),
                        false,
                        null,
                        true,
                        new NhsNumber("9990000018"),
                        new TeamId(team),
                        new Narrative("one\ntwo"),
                        Set.of(Mood.GLAD, Mood.NOT_SURE),
                        List.of(new Place("a@b")),
                        new Inner(new PersonName("Wil"), true)));
        assertThat(problems.byField()).isEmpty();
    }

    @Test
    void a_cell_is_text_with_several_values_between_semicolons_and_capitals_as_people_like() {
        Map<String, String> cells = Map.of(
                "mood",
                "Glad",
                "day",
                "2026-11-05",
                "yes",
                "YES",
                "ticked",
                "no",
                "moods",
                "glad; NOT-SURE ; glad",
                "places",
                "a@b\nc@d",
                "inner.name",
                "Wil");

        Command read = Binder.whole(Command.class, Submitted.cells(cells::get), problems);

        assertThat(problems.byField()).isEmpty();
        assertThat(read.mood()).isEqualTo(Mood.GLAD);
        assertThat(read.day()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(read.yes()).isTrue();
        assertThat(read.moods()).containsExactlyInAnyOrder(Mood.GLAD, Mood.NOT_SURE);
        assertThat(read.places()).extracting(Place::text).containsExactly("a@b", "c@d");
    }

    @Test
    void json_has_types_and_objects_inside_and_no_other_fields() {
        Map<String, Object> message = new HashMap<>();
        message.put("mood", "not-sure");
        message.put("yes", "true");
        message.put("count", "3");
        message.put("story", 5);
        message.put("moods", List.of("glad", "sad"));
        message.put("places", Map.of());
        message.put("inner", Map.of("name", "Wil", "shoe size", 39, "x", 1));
        message.put("born", "14/03/1951");

        Command read = Binder.read(Command.class, Submitted.json(message), problems);

        assertThat(read.moods()).containsExactly(Mood.GLAD);
        assertThat(read.inner()).isEqualTo(new Inner(new PersonName("Wil"), null));
        assertThat(problems.byField())
                .containsOnly(
                        entry("yes", "Answer true or false"),
                        entry("count", "Enter a whole number"),
                        entry("story", "This must be text"),
                        entry("moods[1]", "Choose one of: glad, not-sure"),
                        entry("places", "This must be a list"),
                        entry("inner.(unknown)", "There is no such field"),
                        entry("inner.x", "There is no such field"),
                        entry("born", "Enter a date such as 2026-11-19"));
    }

    @Test
    void what_is_left_out_of_json_is_nothing_also_an_object() {
        Command read = Binder.read(Command.class, Submitted.json(Map.of()), problems);

        assertThat(read.inner()).isNull();
        assertThat(read.moods()).isNull();
        assertThat(problems.isEmpty()).isTrue();
        Binder.read(Command.class, Submitted.json(Map.of("inner", "text")), problems);
        assertThat(problems.byField()).containsOnly(entry("inner", "This must be an object with fields"));
    }

    @ParameterizedTest
    @CsvSource({
        "day, 25/11/2026, Enter a date such as 2026-11-19",
        "time, noon, Enter a time such as 14:30",
        "yes, perhaps, Answer yes or no",
        "count, 2.5, Enter a whole number",
        "mood, sad, 'Choose one of: glad, not-sure'",
        "places, here, 'Write each place like: here @ there'",
        "number, 999 000 0019, 'This is not an NHS number: it has ten digits, and the last one checks the others'",
        "team, theirs, Choose one of the answers",
    })
    void a_cell_that_cannot_be_read_says_what_was_expected(String cell, String text, String message) {
        Map<String, String> cells = new HashMap<>(Map.of("mood", "glad", "places", "a@b", "inner.name", "Wil"));
        cells.put(cell, text);
        Binder.whole(Command.class, Submitted.cells(cells::get), problems);
        assertThat(problems.byField()).containsOnly(entry(cell, message));
    }

    @Test
    void whoever_chooses_from_what_they_see_is_told_by_the_question_itself_what_to_choose() {
        Map<String, List<String>> sent = Map.of(
                "mood", List.of("sad"),
                "moods", List.of("sad"),
                "places", List.of("a@b"),
                "inner.name", List.of("Wil"));

        Binder.whole(Command.class, Submitted.page(sent), problems);

        assertThat(problems.byField())
                .containsOnly(entry("mood", "Choose a mood"), entry("moods", "Choose one of the answers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 2 2027", "x 1 2027", "1  2027", "1 13 2027"})
    void three_boxes_that_are_no_day_say_so(String typed) {
        String[] boxes = typed.split(" ", -1);
        Map<String, List<String>> sent =
                Map.of("day-day", List.of(boxes[0]), "day-month", List.of(boxes[1]), "day-year", List.of(boxes[2]));
        assertThat(Binder.one(LocalDate.class, "day", Submitted.page(sent), problems))
                .isNull();
        assertThat(problems.byField()).containsOnly(entry("day", "Enter a date such as 19/11/2026"));
    }

    @Test
    void everything_is_told_at_once_by_the_names_of_what_was_submitted() {
        Map<String, String> names = Map.of("mood", "how", "places", "where", "inner", "who");
        Map<String, String> cells = Map.of("how", "sad", "where", "here", "count", "many");

        Binder.whole(Command.class, Submitted.cells(cells::get).named(names), problems);

        assertThat(problems.byField())
                .containsOnlyKeys("how", "where", "count", "who")
                .containsEntry("who", "Enter a name");
    }

    @Test
    void what_is_known_is_never_taken_from_what_was_sent() {
        Map<String, Object> known = Collections.singletonMap("story", null);
        Map<String, List<String>> sent = Map.of("mood", List.of("glad"), "story", List.of("slipped in"));

        assertThat(Binder.read(Command.class, Submitted.page(sent).knowing(known), problems)
                        .story())
                .isNull();
        assertThat(Binder.read(Command.class, Submitted.page(sent).knowing(Map.of("mood", Mood.NOT_SURE)), problems)
                        .mood())
                .isEqualTo(Mood.NOT_SURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\u0007"})
    void what_cannot_be_shown_is_no_text_wherever_it_comes_from(String character) {
        String text = "a" + character + "b";
        for (Submitted submitted : Arrays.asList(
                Submitted.form(Map.of("story", text)),
                Submitted.page(Map.of("story", List.of(text))),
                Submitted.cells(Map.of("story", text)::get),
                Submitted.json(Map.of("story", text)))) {
            Problems each = new Problems();
            Binder.read(Command.class, submitted, each);
            assertThat(each.byField()).containsOnly(entry("story", "Leave out characters that cannot be shown"));
        }
        assertThat(Binder.read(Command.class, Submitted.form(Map.of("story", "a\n\tb")), problems)
                        .story()
                        .text())
                .isEqualTo("a\n\tb");
    }

    @Test
    void our_messages_that_do_for_any_question_need_its_words_beside_them() {
        for (String message : List.of(
                "Enter a date such as 19/11/2026",
                "Enter a time such as 14:30",
                "Enter a whole number",
                "Choose one of the answers",
                "Answer yes or no",
                "Leave out characters that cannot be shown",
                "Use at most 200 characters")) {
            assertThat(Wording.fitsAnyQuestion(message)).as(message).isTrue();
        }
        assertThat(Wording.fitsAnyQuestion("Enter the day you will talk")).isFalse();
    }
}
