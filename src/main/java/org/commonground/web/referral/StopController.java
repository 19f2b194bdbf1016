package org.commonground.web.referral;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Referral;
import org.commonground.web.pages.DonePage;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stops a referral: one question a page, then a page to check the answers, then done. Only the
 * team may; a referral that has ended shows that it has, so sending the last page twice is harmless.
 */
@Controller
class StopController {

    private static final String ANSWER = "answer";

    private final Door door;
    private final Stops stops;
    private final InOneTransaction once;

    StopController(Door door, Stops stops, InOneTransaction once) {
        this.door = door;
        this.stops = stops;
        this.once = once;
    }

    record Row(String question, String answer, String change) {}

    @GetMapping("/referrals/{reference}/stop")
    String start(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return redirect(referral, "done");
        }
        keep(session, referral, StopDraft.empty());
        return redirect(referral, StopQuestion.values()[0].path());
    }

    @GetMapping("/referrals/{reference}/stop/{step}")
    ModelAndView ask(
            @PathVariable String reference,
            @PathVariable String step,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        StopQuestion question = StopQuestion.at(step).orElseThrow(NoSuchPage::new);
        if (!referral.isOpen()) {
            return new ModelAndView(redirect(referral, "done"));
        }
        StopDraft draft = draft(session, referral).orElseGet(StopDraft::empty);
        return page(referral, question, draft).show();
    }

    @PostMapping("/referrals/{reference}/stop/{step}")
    ModelAndView answer(
            @PathVariable String reference,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        StopQuestion question = StopQuestion.at(step).orElseThrow(NoSuchPage::new);
        StopDraft before = draft(session, referral).orElseGet(StopDraft::empty);
        Filled filled = new Filled(sent);
        StopDraft draft = before.with(question, filled.text(ANSWER));
        draft.refuse(question).ifPresent(wrong -> filled.problem(ANSWER, wrong));
        return FormPage.answer(
                filled,
                () -> {
                    keep(session, referral, draft);
                    return path(
                            referral,
                            before.missing().isEmpty() && draft.missing().isEmpty()
                                    ? "check"
                                    : draft.after(question)
                                            .map(StopQuestion::path)
                                            .orElse("check"));
                },
                () -> page(referral, question, draft));
    }

    @GetMapping("/referrals/{reference}/stop/check")
    ModelAndView check(
            @PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return new ModelAndView(redirect(referral, "done"));
        }
        StopDraft draft = draft(session, referral).orElseGet(StopDraft::empty);
        return draft.missing()
                .map(missing -> new ModelAndView(redirect(referral, missing.path())))
                .orElseGet(() -> checkPage(referral, draft).show());
    }

    /** Where it has ended meanwhile, whatever ended it, the next page says so. */
    @PostMapping("/referrals/{reference}/stop/check")
    ModelAndView record(
            @PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<StopDraft> draft = draft(session, referral);
        if (referral.isOpen()) {
            if (draft.isEmpty() || draft.get().missing().isPresent()) {
                return new ModelAndView(redirect(referral, "check"));
            }
            Filled filled = draft.get().filled();
            StopReferral command = filled.read(StopReferral.class, Map.of("referral", referral.id()));
            filled.done(() -> {
                once.run(() -> stops.stop(command, actor));
                return true;
            });
            if (filled.isWrong() && door.openForTeam(reference, actor).isOpen()) {
                return checkPage(referral, draft.get()).show(filled);
            }
        }
        session.removeAttribute(key(referral));
        return new ModelAndView(redirect(referral, "done"));
    }

    @GetMapping("/referrals/{reference}/stop/done")
    ModelAndView done(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        if (referral.isOpen()) {
            return new ModelAndView("redirect:/referrals/" + referral.reference());
        }
        return DonePage.of(
                        "The referral has ended",
                        referral.reference()
                                + ": "
                                + referral.outcome().map(StoryWords::outcome).orElse(""))
                .linking("Back to referral " + referral.reference(), "/referrals/" + referral.reference())
                .linking("Go to your tasks", "/camunda/app/tasklist/default/")
                .show();
    }

    private static FormPage page(Referral referral, StopQuestion question, StopDraft draft) {
        List<Option> options = draft.options(question);
        String answer = draft.answer(question);
        return FormPage.of(
                question.words(),
                caption(referral),
                "/referrals/" + referral.reference(),
                List.of(
                        options.isEmpty()
                                ? FormField.longText(ANSWER, question.words(), question.hint(), answer)
                                : FormField.radios(ANSWER, question.words(), question.hint(), options, answer)),
                "Continue");
    }

    private static FormPage checkPage(Referral referral, StopDraft draft) {
        return FormPage.of(
                        "Check your answers",
                        caption(referral),
                        "/referrals/" + referral.reference(),
                        List.of(),
                        "Stop the referral")
                .below(
                        "referral/stop-check",
                        "answers",
                        Map.of(
                                "reference", referral.reference().text(),
                                "rows", rows(draft),
                                "reason", StopReason.of(draft.reason())))
                .ofConsequence();
    }

    private static String caption(Referral referral) {
        return "Stop referral " + referral.reference();
    }

    private static List<Row> rows(StopDraft draft) {
        return draft.asked()
                .map(question -> new Row(
                        question.words(),
                        Optional.ofNullable(question.inWords(draft.answer(question)))
                                .orElse("Nothing"),
                        question.path()))
                .toList();
    }

    private static Optional<StopDraft> draft(HttpSession session, Referral referral) {
        return Optional.ofNullable((StopDraft) session.getAttribute(key(referral)));
    }

    /** Begins with a reason that is known: the next question is who told us. */
    static String begin(HttpSession session, Referral referral, StopReason reason) {
        keep(session, referral, StopDraft.empty().with(StopQuestion.REASON, reason.word()));
        return path(referral, StopQuestion.TOLD_BY.path());
    }

    private static void keep(HttpSession session, Referral referral, StopDraft draft) {
        session.setAttribute(key(referral), draft);
    }

    private static String key(Referral referral) {
        return "stop:" + referral.id();
    }

    private static String redirect(Referral referral, String step) {
        return "redirect:" + path(referral, step);
    }

    private static String path(Referral referral, String step) {
        return "/referrals/" + referral.reference() + "/stop/" + step;
    }
}
