package org.commonground.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.pages.FactsPage.Link;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that asks a few questions and is sent to its own address. What is wrong stands at the top, each message a link
 * to its field, and at the field.
 *
 * @param title its heading
 * @param caption above the heading, or null
 * @param back where the link back leads
 * @param intro below the heading, or null
 * @param button what the button says
 * @param warning whether the button does something that cannot be undone
 * @param links to what else can be done, below the questions
 */
public record FormPage(
        String title,
        String caption,
        String back,
        String intro,
        List<FormField> fields,
        String button,
        boolean warning,
        List<Link> links) {

    /** The message of a refusal about no field. */
    private static final String NO_FIELD = "";

    public FormPage {
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }

    public static FormPage of(String title, String caption, String back, List<FormField> fields, String button) {
        return new FormPage(title, caption, back, null, fields, button, false, List.of());
    }

    public FormPage saying(String words) {
        return new FormPage(title, caption, back, words, fields, button, warning, links);
    }

    public FormPage ofConsequence() {
        return new FormPage(title, caption, back, intro, fields, button, true, links);
    }

    /** With a link to something else that can be done, below the questions. */
    public FormPage linking(String words, String href) {
        List<Link> more = new ArrayList<>(links);
        more.add(Link.to(words, href));
        return new FormPage(title, caption, back, intro, fields, button, warning, more);
    }

    public ModelAndView show() {
        return show(Map.of());
    }

    /** @param errors field to message; a field that the page does not ask for stands at the first that it does */
    public ModelAndView show(Map<String, String> errors) {
        Map<String, String> shown = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> errors.containsKey(field.name()))
                .forEach(field -> shown.put(field.name(), FormField.about(field.label(), errors.get(field.name()))));
        errors.forEach((field, words) -> {
            if (!shown.containsKey(field)) {
                shown.put(NO_FIELD, words);
            }
        });
        ModelAndView page = new ModelAndView("pages/form");
        page.addObject("page", this);
        page.addObject("errors", shown);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }

    /**
     * Does what was asked for, or shows the page again with what is wrong. Who may not, or asks for what is not there,
     * gets an error page.
     *
     * @param names where a refusal's field has another name than the page's
     */
    public static ModelAndView answer(
            Filled filled,
            Map<String, String> names,
            Supplier<String> work,
            Function<Map<String, String>, ModelAndView> again) {
        if (!filled.problems().isEmpty()) {
            Map<String, String> wrong = renamed(filled.refused(), names);
            wrong.putAll(filled.problems());
            return again.apply(wrong);
        }
        try {
            return new ModelAndView("redirect:" + work.get());
        } catch (Refusal refusal) {
            return switch (refusal.kind()) {
                case INVALID -> again.apply(renamed(refusal.fields(), names));
                case CONFLICT -> again.apply(Map.of(NO_FIELD, refusal.getMessage()));
                default -> throw refusal;
            };
        }
    }

    private static Map<String, String> renamed(Map<String, String> fields, Map<String, String> names) {
        Map<String, String> renamed = new LinkedHashMap<>();
        fields.forEach((field, words) -> renamed.putIfAbsent(names.getOrDefault(field, field), words));
        return renamed;
    }
}
