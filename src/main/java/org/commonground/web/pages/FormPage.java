package org.commonground.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.commonground.web.pages.FactsPage.Link;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that asks a few questions, or whether something is meant, and is sent to its own address. What is refused is
 * shown at the top, each message about a field as a link to it, and at the field; what was filled in is kept.
 *
 * <p>One rule for how it is answered: what is refused is answered with the status of its kind, 400 for what must be
 * changed, 409 where somebody was faster, 403 and 404; and what is done with a redirect. Nothing is ever refused with a
 * 200 or without a word.
 *
 * @param title its heading
 * @param caption above the heading, or null
 * @param back where the link back leads, or null
 * @param paragraphs below the heading
 * @param above what else stands between the heading and the questions, or null
 * @param button what the button says; null where there is nothing to send
 * @param warning whether the button does something that cannot be undone
 * @param links to what else can be done, below the questions
 */
public record FormPage(
        String title,
        String caption,
        String back,
        List<String> paragraphs,
        Above above,
        List<FormField> fields,
        String button,
        boolean warning,
        List<Link> links) {

    public FormPage {
        paragraphs = List.copyOf(paragraphs);
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }

    /**
     * A part of a template that stands above the questions.
     *
     * @param template its file, and
     * @param fragment in it
     * @param values what the fragment shows, by name
     */
    public record Above(String template, String fragment, Map<String, Object> values) {}

    public static FormPage of(String title, String caption, String back, List<FormField> fields, String button) {
        return new FormPage(title, caption, back, List.of(), null, fields, button, false, List.of());
    }

    /** There is nothing to send, and the page says why. */
    public static FormPage closed(String title, String caption, String back, String words) {
        return of(title, caption, back, List.of(), null).saying(words);
    }

    /** With another paragraph. */
    public FormPage saying(String words) {
        List<String> more = new ArrayList<>(paragraphs);
        more.add(words);
        return new FormPage(title, caption, back, more, above, fields, button, warning, links);
    }

    public FormPage below(String template, String fragment, Map<String, Object> values) {
        return new FormPage(
                title,
                caption,
                back,
                paragraphs,
                new Above(template, fragment, values),
                fields,
                button,
                warning,
                links);
    }

    public FormPage ofConsequence() {
        return new FormPage(title, caption, back, paragraphs, above, fields, button, true, links);
    }

    /** With a link to something else that can be done, below the questions. */
    public FormPage linking(String words, String href) {
        List<Link> more = new ArrayList<>(links);
        more.add(Link.to(words, href));
        return new FormPage(title, caption, back, paragraphs, above, fields, button, warning, more);
    }

    /** The one question that the heading asks: it is not written twice. */
    public FormField headQuestion() {
        List<FormField> asked = fields.stream().filter(FormField::isAsked).toList();
        return asked.size() == 1 && asked.get(0).label().equals(title) ? asked.get(0) : null;
    }

    public ModelAndView show() {
        return show(Filled.nothing());
    }

    /** Shows the page with what is wrong. */
    public ModelAndView show(Filled filled) {
        ModelAndView page = new ModelAndView("pages/form");
        if (above != null) {
            page.addAllObjects(above.values());
        }
        page.addObject("page", this);
        page.addObject("wrong", Shown.of(filled, fields));
        page.addObject("action", ownAddress());
        page.setStatus(filled.status());
        return page;
    }

    /** Without the name of a field, which a browser would carry on to the next page: an error links to it. */
    private static String ownAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? here.getRequest().getRequestURI()
                : null;
    }

    /**
     * Does what was asked for and goes on to another address, or shows the page again with why not.
     *
     * @param work answers where it goes on
     * @param again the page, made anew where it failed: what is known may have changed meanwhile
     */
    public static ModelAndView answer(Filled filled, Supplier<String> work, Supplier<FormPage> again) {
        return filled.done(work)
                .map(next -> new ModelAndView("redirect:" + next))
                .orElseGet(() -> again.get().show(filled));
    }
}
