package org.commonground.web.referral;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
        return page(referral, question, draft, Map.of());
    }

    @PostMapping("/referrals/{reference}/stop/{step}")
    ModelAndView answer(
            @PathVariable String reference,
            @PathVariable String step,
            @RequestParam(required = false) String answer,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        StopQuestion question = StopQuestion.at(step).orElseThrow(NoSuchPage::new);
        StopDraft before = draft(session, referral).orElseGet(StopDraft::empty);
        StopDraft draft = before.with(question, answer);
        Optional<String> wrong = draft.refuse(question);
        if (wrong.isPresent()) {
            return page(referral, question, draft, Map.of("answer", wrong.get()));
        }
        keep(session, referral, draft);
        String next = before.missing().isEmpty() && draft.missing().isEmpty()
                ? "check"
                : draft.after(question).map(StopQuestion::path).orElse("check");
        return new ModelAndView(redirect(referral, next));
    }

    @GetMapping("/referrals/{reference}/stop/check")
    String check(
            @PathVariable String reference,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session,
            Model model) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return redirect(referral, "done");
        }
        StopDraft draft = draft(session, referral).orElseGet(StopDraft::empty);
        if (draft.missing().isPresent()) {
            return redirect(referral, draft.missing().get().path());
        }
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute("rows", rows(draft));
        model.addAttribute("reason", Worded.of(StopReason.class, draft.reason()));
        return "referral/stop-check";
    }

    @PostMapping("/referrals/{reference}/stop/check")
    String record(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<StopDraft> draft = draft(session, referral);
        if (referral.isOpen()) {
            if (draft.isEmpty() || draft.get().missing().isPresent()) {
                return redirect(referral, "check");
            }
            recordOnce(command(referral, draft.get()), actor);
        }
        session.removeAttribute(key(referral));
        return redirect(referral, "done");
    }

    /** Where it has ended meanwhile, whatever ended it, the next page says so. */
    private void recordOnce(StopReferral command, Actor.SignedIn actor) {
        try {
            once.run(() -> stops.stop(command, actor));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
        }
    }

    @GetMapping("/referrals/{reference}/stop/done")
    String done(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        Referral referral = door.openForTeam(reference, actor);
        if (referral.isOpen()) {
            return "redirect:/referrals/" + referral.reference();
        }
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute(
                "outcome", referral.outcome().map(StoryWords::outcome).orElse(""));
        return "referral/stop-done";
    }

    private static StopReferral command(Referral referral, StopDraft draft) {
        return new StopReferral(
                referral.id(),
                Worded.of(StopReason.class, draft.reason()),
                Worded.of(ToldBy.class, draft.toldBy()),
                Optional.ofNullable(draft.how())
                        .filter(how -> draft.asked().anyMatch(StopQuestion.HOW::equals))
                        .map(Worded.reader(ToldHow.class))
                        .orElse(null),
                Narrative.of(draft.note()));
    }

    private static ModelAndView page(
            Referral referral, StopQuestion question, StopDraft draft, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("referral/stop");
        page.addObject("reference", referral.reference().text());
        page.addObject("question", question);
        page.addObject("options", draft.options(question));
        page.addObject("answer", draft.answer(question));
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
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
        return redirect(referral, StopQuestion.TOLD_BY.path());
    }

    private static void keep(HttpSession session, Referral referral, StopDraft draft) {
        session.setAttribute(key(referral), draft);
    }

    private static String key(Referral referral) {
        return "stop:" + referral.id();
    }

    private static String redirect(Referral referral, String step) {
        return "redirect:/referrals/" + referral.reference() + "/stop/" + step;
    }
}
