package org.commonground.web.referral;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.placement.RecordWithdrawal;
import org.commonground.placement.ToldBy;
import org.commonground.placement.ToldHow;
import org.commonground.placement.WithdrawalReason;
import org.commonground.placement.Withdrawals;
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
 * Records that a referral is withdrawn: one question a page, then a page to check the answers, then done. Only the
 * team may; a referral that has ended shows that it has, so sending the last page twice is harmless.
 */
@Controller
class WithdrawalController {

    private final Door door;
    private final Withdrawals withdrawals;
    private final InOneTransaction once;

    WithdrawalController(Door door, Withdrawals withdrawals, InOneTransaction once) {
        this.door = door;
        this.withdrawals = withdrawals;
        this.once = once;
    }

    record Row(String question, String answer, String change) {}

    @GetMapping("/referrals/{reference}/withdrawal")
    String start(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return redirect(referral, "recorded");
        }
        keep(session, referral, WithdrawalDraft.empty());
        return redirect(referral, Question.values()[0].path());
    }

    @GetMapping("/referrals/{reference}/withdrawal/{step}")
    ModelAndView ask(
            @PathVariable String reference,
            @PathVariable String step,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Question question = Question.at(step).orElseThrow(NoSuchPage::new);
        if (!referral.isOpen()) {
            return new ModelAndView(redirect(referral, "recorded"));
        }
        String answer =
                draft(session, referral).map(draft -> draft.answer(question)).orElse(null);
        return page(referral, question, answer, Map.of());
    }

    @PostMapping("/referrals/{reference}/withdrawal/{step}")
    ModelAndView answer(
            @PathVariable String reference,
            @PathVariable String step,
            @RequestParam(required = false) String answer,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Question question = Question.at(step).orElseThrow(NoSuchPage::new);
        WithdrawalDraft before = draft(session, referral).orElseGet(WithdrawalDraft::empty);
        WithdrawalDraft draft = before.with(question, answer);
        Optional<String> wrong = draft.refuse(question);
        if (wrong.isPresent()) {
            return page(referral, question, answer, Map.of("answer", wrong.get()));
        }
        keep(session, referral, draft);
        String next = before.missing().isEmpty() && draft.missing().isEmpty()
                ? "check"
                : question.next().map(Question::path).orElse("check");
        return new ModelAndView(redirect(referral, next));
    }

    @GetMapping("/referrals/{reference}/withdrawal/check")
    String check(
            @PathVariable String reference,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session,
            Model model) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return redirect(referral, "recorded");
        }
        WithdrawalDraft draft = draft(session, referral).orElseGet(WithdrawalDraft::empty);
        if (draft.missing().isPresent()) {
            return redirect(referral, draft.missing().get().path());
        }
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute("rows", rows(draft));
        return "referral/withdrawal-check";
    }

    @PostMapping("/referrals/{reference}/withdrawal/check")
    String record(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<WithdrawalDraft> draft = draft(session, referral);
        if (referral.isOpen()) {
            if (draft.isEmpty() || draft.get().missing().isPresent()) {
                return redirect(referral, "check");
            }
            recordOnce(command(referral, draft.get()), actor);
        }
        session.removeAttribute(key(referral));
        return redirect(referral, "recorded");
    }

    /** Where it has ended meanwhile, whatever ended it, the next page says so. */
    private void recordOnce(RecordWithdrawal command, Actor.SignedIn actor) {
        try {
            once.run(() -> withdrawals.record(command, actor));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
        }
    }

    @GetMapping("/referrals/{reference}/withdrawal/recorded")
    String recorded(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        Referral referral = door.openForTeam(reference, actor);
        if (referral.isOpen()) {
            return "redirect:/referrals/" + referral.reference();
        }
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute(
                "outcome", referral.outcome().map(StoryWords::outcome).orElse(""));
        return "referral/withdrawal-recorded";
    }

    private static RecordWithdrawal command(Referral referral, WithdrawalDraft draft) {
        return new RecordWithdrawal(
                referral.id(),
                WithdrawalReason.of(draft.reason()),
                ToldBy.of(draft.toldBy()),
                ToldHow.of(draft.how()),
                Narrative.of(draft.note()));
    }

    private static ModelAndView page(Referral referral, Question question, String answer, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("referral/withdrawal");
        page.addObject("reference", referral.reference().text());
        page.addObject("question", question);
        page.addObject("answer", answer);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }

    private static List<Row> rows(WithdrawalDraft draft) {
        return Stream.of(Question.values())
                .map(question -> new Row(
                        question.words(),
                        Optional.ofNullable(question.inWords(draft.answer(question)))
                                .orElse("Nothing"),
                        question.path()))
                .toList();
    }

    private static Optional<WithdrawalDraft> draft(HttpSession session, Referral referral) {
        return Optional.ofNullable((WithdrawalDraft) session.getAttribute(key(referral)));
    }

    private static void keep(HttpSession session, Referral referral, WithdrawalDraft draft) {
        session.setAttribute(key(referral), draft);
    }

    private static String key(Referral referral) {
        return "withdrawal:" + referral.id();
    }

    private static String redirect(Referral referral, String step) {
        return "redirect:/referrals/" + referral.reference() + "/withdrawal/" + step;
    }
}
