package org.commonground.web.refer;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.intake.Intake;
import org.commonground.referral.intake.Receipt;
import org.commonground.referral.intake.ReferralMessage;
import org.commonground.web.pages.DonePage;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormPage;
import org.commonground.web.refer.Questions.Section;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of referring somebody: the questions, the answers to check, the reference to read aloud. Whoever shows them
 * has settled who may.
 */
@Component
public class ReferPages {

    private final Intake intake;
    private final Referrals referrals;
    private final Neighbourhoods neighbourhoods;
    private final InOneTransaction once;

    ReferPages(Intake intake, Referrals referrals, Neighbourhoods neighbourhoods, InOneTransaction once) {
        this.intake = intake;
        this.referrals = referrals;
        this.neighbourhoods = neighbourhoods;
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
     * @param soon how soon a person is reached there
     */
    public record Place(
            String base,
            String title,
            String back,
            List<FormField.Option> practices,
            boolean asksPractice,
            HowSoon soon) {

        private List<Section> sections() {
            return asksPractice ? Questions.recordedFor(practices, soon) : Questions.ofTheMessage(soon);
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

    /** One answer, ready to be checked. */
    public record Row(String path, String question, String answer) {}

    /** The answers of one section. */
    public record Answered(String title, String first, List<Row> rows) {}

    /** The questions, with what is in the session already. */
    public ModelAndView ask(Place place, HttpSession session) {
        Filled filled = draft(place, session).map(Draft::filled).orElseGet(Filled::nothing);
        return form(place, filled).show();
    }

    /** Keeps the answers where they are well and goes on to check them; else shows what is wrong. */
    public ModelAndView answer(Place place, MultiValueMap<String, String> sent, HttpSession session) {
        Draft draft = Draft.of(Ids.next(), sent);
        Filled filled = draft.filled();
        read(place, draft, filled);
        return FormPage.answer(
                filled,
                () -> {
                    session.setAttribute(key(place), draft);
                    return place.base() + "/check";
                },
                () -> form(place, filled));
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
        ReferralMessage message = read(place, draft, filled);
        return FormPage.answer(
                filled,
                () -> {
                    PracticeId practice = place.practice(filled).orElseThrow();
                    Receipt receipt = once.call(() -> intake.record(message, draft.key(), practice, actor));
                    session.removeAttribute(key(place));
                    session.setAttribute(sentKey(place), receipt.reference().text());
                    return place.base() + "/done";
                },
                () -> form(place, filled));
    }

    /** The reference of what was sent last. */
    public ModelAndView done(Place place, HttpSession session, String referral) {
        String reference = sent(place, session);
        if (reference == null) {
            return redirect(place, "");
        }
        return DonePage.of("The referral is received", "Its reference")
                .marked(reference)
                .then("Read it aloud or write it down: whoever asks about this referral is found by it.")
                .then("A link worker tries to reach the person "
                        + soon(reference).inASentence() + ". The practice gets a mail that it was received.")
                .linking("Open the referral " + reference, referral + reference)
                .linking("Refer somebody else", place.base())
                .linking("Back to where you came from", place.back())
                .show();
    }

    /** Where the referral has come to, whichever practice it was recorded for. */
    private HowSoon soon(String reference) {
        return HowSoon.in(
                referrals.byReference(new Reference(reference)).map(Referral::neighbourhood).stream()
                        .toList(),
                neighbourhoods);
    }

    /** Throws away what was filled in. */
    public ModelAndView anew(Place place, HttpSession session) {
        session.removeAttribute(key(place));
        return redirect(place, "");
    }

    private ReferralMessage read(Place place, Draft draft, Filled filled) {
        if (place.practice(filled).isEmpty()) {
            filled.problem(Questions.PRACTICE, "Choose the practice that refers");
        }
        return ReadMessage.of(filled, draft.key(), intake);
    }

    private static FormPage form(Place place, Filled filled) {
        List<FormField> fields = new ArrayList<>();
        place.sections().forEach(section -> {
            fields.add(FormField.heading(section.title()));
            section.questions().forEach(question -> fields.add(question.field(filled)));
        });
        FormPage page = FormPage.of(place.title(), null, place.back(), fields, "Continue")
                .saying("What you fill in is kept from when you continue until you have sent it or signed out.");
        return place.asksPractice() && place.practices().isEmpty()
                ? page.saying("No practice refers to your teams at present: ask an administrator.")
                : page;
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
