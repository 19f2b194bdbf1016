package org.commonground.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.platform.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.ModelAndView;

/** What a page shows of what is wrong, and how it is answered. */
class FormPageTest {

    record Command(@NotNull(message = "Say who") String name, Integer count, UUID hidden) {}

    private static FormPage page(Filled filled) {
        return FormPage.of(
                "Do it",
                null,
                "/",
                List.of(
                        FormField.heading("Who"),
                        FormField.text("count", "How many?", null, filled.text("count")),
                        FormField.text("name", "Name", null, filled.text("name")),
                        FormField.hidden("hidden", "x")),
                "Do it");
    }

    private static Shown wrong(ModelAndView answer) {
        return (Shown) answer.getModel().get("wrong");
    }

    @Test
    void what_is_wrong_stands_in_the_order_of_the_page_and_links_only_to_what_is_there() {
        Filled filled = Filled.with("count", "many", "hidden", "not an id");
        filled.read(Command.class);
        filled.problem("elsewhere", "Something else is wrong");
        filled.problem("nowhere", "And something else");

        ModelAndView answer = page(filled).show(filled);

        assertThat(answer.getStatus()).hasToString("400 BAD_REQUEST");
        assertThat(wrong(answer).lines())
                .extracting(Shown.Line::field, Shown.Line::words)
                .containsExactly(
                        tuple("count", "How many? Enter a whole number"),
                        tuple("name", "Say who"),
                        tuple(null, "Something else is wrong"),
                        tuple(null, "Choose one of the answers"),
                        tuple(null, "And something else"));
        assertThat(wrong(answer).at("count")).isEqualTo("How many? Enter a whole number");
        assertThat(wrong(answer).at("hidden")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, 409", "NOT_ALLOWED, 403", "NOT_FOUND, 404"})
    void a_refusal_about_no_field_is_shown_in_its_own_words_with_its_own_status(Refusal.Kind kind, int status) {
        Filled filled = Filled.with("name", "Kim");
        ModelAndView answer = FormPage.answer(
                filled,
                () -> {
                    throw refusal(kind, "Not today");
                },
                () -> page(filled));

        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(wrong(answer).lines()).containsExactly(new Shown.Line(null, "Not today"));
        assertThat(((FormPage) answer.getModel().get("page")).fields().get(2).value())
                .as("what was filled in is kept")
                .isEqualTo("Kim");
    }

    @Test
    void a_refusal_without_fields_and_without_a_kind_of_its_own_is_no_silence_either() {
        Filled filled = Filled.nothing();
        filled.refuse(Refusal.invalid(Map.of()));

        assertThat(page(filled).show(filled).getStatus().value()).isEqualTo(400);
        assertThat(wrong(page(filled).show(filled)).lines())
                .extracting(Shown.Line::words)
                .containsExactly("Some answers need changing");
    }

    @Test
    void what_is_wrong_already_is_never_tried_and_what_goes_wrong_on_our_side_is_no_refusal() {
        Filled filled = Filled.nothing();
        filled.read(Command.class);
        assertThat(filled.done(() -> {
                    throw new AssertionError("it was tried");
                }))
                .isEmpty();
        assertThatThrownBy(() -> Filled.nothing().done(() -> {
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void well_done_goes_on_to_another_address() {
        ModelAndView answer = FormPage.answer(Filled.nothing(), () -> "/next", () -> page(Filled.nothing()));
        assertThat(answer.getViewName()).isEqualTo("redirect:/next");
        assertThat(page(Filled.nothing()).show().getStatus().value()).isEqualTo(200);
    }

    @Test
    void a_refusals_field_is_shown_where_the_page_has_it_under_another_name() {
        Filled filled = new Filled(new org.springframework.util.LinkedMultiValueMap<>(), Map.of("inOrder", "count"));
        filled.refuse(Refusal.invalid("inOrder", "The last must come after the first"));

        assertThat(wrong(page(filled).show(filled)).at("count")).isEqualTo("The last must come after the first");
    }

    @Test
    void a_request_id_stays_the_same_and_one_that_was_spoilt_is_made_anew() {
        UUID request = UUID.randomUUID();
        assertThat(Filled.with("request", request.toString()).request()).isEqualTo(request);
        Filled spoilt = Filled.with("request", "spoilt");
        assertThat(spoilt.request()).isEqualTo(spoilt.request());
        assertThat(spoilt.requestField().value()).isEqualTo(spoilt.request().toString());
    }

    @Test
    void one_question_alone_is_the_heading_and_is_not_written_twice() {
        FormField question = FormField.text("answer", "Who told us?", null, null);
        assertThat(FormPage.of("Who told us?", null, "/", List.of(question), "Continue")
                        .headQuestion())
                .isEqualTo(question);
        assertThat(page(Filled.nothing()).headQuestion()).isNull();
    }

    private static Refusal refusal(Refusal.Kind kind, String words) {
        return switch (kind) {
            case CONFLICT -> Refusal.conflict(words);
            case NOT_ALLOWED -> Refusal.notAllowed(words);
            case NOT_FOUND -> Refusal.notFound(words);
            case INVALID -> Refusal.invalid(Map.of());
        };
    }
}
