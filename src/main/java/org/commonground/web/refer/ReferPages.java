package org.commonground.web.refer;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.Receipt;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.refer.Questions.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of referring somebody: the questions, the answers to check, the reference to read aloud. Whoever shows them
 * has settled who may.
 */
@Component
public class ReferPages {

    /** Above what an error is about that belongs to no question. */
    private static final String NO_FIELD = "";

    private final Intake intake;
    private final InOneTransaction once;

    ReferPages(Intake intake, InOneTransaction once) {
        this.intake = intake;
        this.once = once;
    }

    /**
     * Where somebody refers.
     *
     * @param base the address of the questions; below it {@code /check} and {@code /done}
     * @param title the heading
     * @param back where the link back leads
     * @param practices whom it may be recorded for; where there is one alone it is not asked
     * @param asksPractice whether the practice is a question
     */
    public record Place(
            String base, String title, String back, List<FormField.Option> practices, boolean asksPractice) {

        private List<Section> sections() {
            return asksPractice ? Questions.recordedFor(practices) : Questions.OF_THE_MESSAGE;
        }

        private Optional<PracticeId> practice(Filled filled) {
            String chosen = asksPractice
                    ? filled.text(Questions.PRACTICE)
                    : practices.get(0).value();
            return practices.stream()
                    .map(FormField.Option::value)
                    .filter(value -> value.equals(chosen))
                    .findFirst()
                    .map(PracticeId::of);
        }
    }

    /** The fields of one section, ready to be asked. */
    public record Asked(String title, List<FormField> fields) {}

    /** One answer, ready to be checked. */
    public record Row(String path, String question, String answer) {}

    /** The answers of one section. */
    public record Answered(String title, String first, List<Row> rows) {}

    /** The questions, with what is in the session already. */
    public ModelAndView ask(Place place, HttpSession session) {
        Filled filled =
                draft(place, session).map(Draft::filled).orElseGet(() -> new Filled(new LinkedMultiValueMap<>()));
        return form(place, filled, Map.of());
    }

    /** Keeps the answers where they are well and goes on to check them; else shows what is wrong. */
    public ModelAndView answer(Place place, MultiValueMap<String, String> sent, HttpSession session) {
        Draft draft = Draft.of(Ids.next(), sent);
        Filled filled = draft.filled();
        Map<String, String> problems = problems(place, draft, filled);
        if (!problems.isEmpty()) {
            return form(place, filled, problems);
        }
        session.setAttribute(key(place), draft);
        return redirect(place, "/check");
    }

    /** Everything again, before it is sent. */
    public ModelAndView check(Place place, HttpSession session) {
        return draft(place, session)
                .map(draft -> checked(place, draft))
                .orElseGet(() -> redirect(place, sent(place, session) == null ? "" : "/done"));
    }

    /** Refers the person. Sent twice it is one referral. */
    public ModelAndView send(Place place, HttpSession session, Actor.SignedIn actor) {
        Optional<Draft> kept = draft(place, session);
        if (kept.isEmpty()) {
            return redirect(place, sent(place, session) == null ? "" : "/done");
        }
        Draft draft = kept.get();
        Filled filled = draft.filled();
        ReadMessage read = ReadMessage.of(filled, draft.key(), intake);
        Optional<PracticeId> practice = place.practice(filled);
        if (practice.isEmpty() || !read.problems().isEmpty()) {
            return form(place, filled, problems(place, draft, draft.filled()));
        }
        try {
            Receipt receipt = once.call(() -> intake.record(read.message(), draft.key(), practice.get(), actor));
            session.removeAttribute(key(place));
            session.setAttribute(sentKey(place), receipt.reference().text());
            return redirect(place, "/done");
        } catch (Refusal refusal) {
            Map<String, String> wrong = refusal.fields().isEmpty()
                    ? Map.of(NO_FIELD, refusal.getMessage())
                    : new LinkedHashMap<>(refusal.fields());
            return form(place, draft.filled(), wrong);
        }
    }

    /** The reference of what was sent last. */
    public ModelAndView done(Place place, HttpSession session, String referral) {
        String reference = sent(place, session);
        if (reference == null) {
            return redirect(place, "");
        }
        ModelAndView page = new ModelAndView("refer/done");
        page.addObject("place", place);
        page.addObject("reference", reference);
        page.addObject("referral", referral + reference);
        return page;
    }

    /** Throws away what was filled in. */
    public ModelAndView anew(Place place, HttpSession session) {
        session.removeAttribute(key(place));
        return redirect(place, "");
    }

    private Map<String, String> problems(Place place, Draft draft, Filled filled) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (place.practice(filled).isEmpty()) {
            problems.put(Questions.PRACTICE, "Choose the practice that refers");
        }
        problems.putAll(ReadMessage.of(filled, draft.key(), intake).problems());
        return problems;
    }

    private static ModelAndView form(Place place, Filled filled, Map<String, String> problems) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<Asked> sections = place.sections().stream()
                .map(section -> new Asked(
                        section.title(),
                        section.questions().stream()
                                .map(question -> question.field(filled))
                                .toList()))
                .toList();
        sections.stream().flatMap(section -> section.fields().stream()).forEach(field -> {
            if (problems.containsKey(field.name())) {
                errors.put(field.name(), problems.get(field.name()));
            }
        });
        problems.forEach((field, words) -> {
            if (!errors.containsKey(field)) {
                errors.put(NO_FIELD, words);
            }
        });
        ModelAndView page = new ModelAndView("refer/form");
        page.addObject("place", place);
        page.addObject("sections", sections);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }

    private static ModelAndView checked(Place place, Draft draft) {
        Filled filled = draft.filled();
        ModelAndView page = new ModelAndView("refer/check");
        page.addObject("place", place);
        page.addObject(
                "sections",
                place.sections().stream()
                        .map(section -> new Answered(
                                section.title(),
                                section.questions().get(0).path(),
                                section.questions().stream()
                                        .map(question ->
                                                new Row(question.path(), question.label(), question.inWords(filled)))
                                        .filter(row -> !row.answer().isEmpty())
                                        .toList()))
                        .toList());
        return page;
    }

    private static Optional<Draft> draft(Place place, HttpSession session) {
        return Optional.ofNullable((Draft) session.getAttribute(key(place)));
    }

    private static String sent(Place place, HttpSession session) {
        return (String) session.getAttribute(sentKey(place));
    }

    private static String key(Place place) {
        return "refer:" + place.base();
    }

    private static String sentKey(Place place) {
        return "referred:" + place.base();
    }

    private static ModelAndView redirect(Place place, String below) {
        return new ModelAndView("redirect:" + place.base() + below);
    }
}
