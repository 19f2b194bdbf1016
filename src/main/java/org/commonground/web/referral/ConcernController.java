package org.commonground.web.referral;

import java.util.Map;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.RaiseConcern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Raises a concern about a referral. Sending the page twice raises one concern. What was written goes to the
 * safeguarding lead alone: the confirmation says only that it was received.
 */
@Controller
class ConcernController {

    private final Door door;
    private final Concerns concerns;
    private final InOneTransaction once;

    ConcernController(Door door, Concerns concerns, InOneTransaction once) {
        this.door = door;
        this.concerns = concerns;
        this.once = once;
    }

    /**
     * What the page asks.
     *
     * @param request made when the page was opened, so that sending it twice is harmless
     * @param immediateDanger {@code true} or {@code false}; null while not chosen
     * @param task the engine's id of the task it came from, or null
     */
    record Answers(String request, Boolean immediateDanger, String what, String task) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Answers[" + request + "]";
        }
    }

    @GetMapping("/referrals/{reference}/concern")
    ModelAndView ask(
            @PathVariable String reference,
            @RequestParam(required = false) String task,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.open(reference, actor);
        return page(entry, new Answers(Ids.next().toString(), null, null, task), Map.of());
    }

    @PostMapping("/referrals/{reference}/concern")
    ModelAndView raise(
            @PathVariable String reference,
            @ModelAttribute Answers answers,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Door.Entry entry = door.open(reference, actor);
        try {
            RaiseConcern command = command(entry, answers);
            ConcernId concern = once.call(() -> concerns.raise(command, actor));
            next.addFlashAttribute("receivedAt", InWords.stamp(concerns.receivedAt(concern)));
            next.addFlashAttribute("danger", answers.immediateDanger());
            return new ModelAndView("redirect:/referrals/" + entry.referral().reference() + "/concern/received");
        } catch (Refusal refusal) {
            return page(entry, answers, refusal.fields());
        }
    }

    @GetMapping("/referrals/{reference}/concern/received")
    String received(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        model.addAttribute(
                "reference", door.open(reference, actor).referral().reference().text());
        return "referral/concern-received";
    }

    private static RaiseConcern command(Door.Entry entry, Answers answers) {
        return new RaiseConcern(
                request(answers.request()),
                entry.referral().id().value(),
                null,
                answers.immediateDanger(),
                Narrative.of(answers.what()),
                answers.task() == null || answers.task().isBlank() ? null : answers.task());
    }

    /** A page whose hidden field was changed by hand starts anew. */
    private static UUID request(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException e) {
            return Ids.next();
        }
    }

    private static ModelAndView page(Door.Entry entry, Answers answers, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("referral/concern");
        page.addObject("reference", entry.referral().reference().text());
        page.addObject("answers", answers);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }
}
