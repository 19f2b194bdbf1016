package org.commonground.web.referral;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonground.account.Actor;
import org.commonground.crisis.Crises;
import org.commonground.crisis.CrisisKind;
import org.commonground.crisis.DeclareCrisis;
import org.commonground.crisis.SaidBy;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
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

/**
 * Declares that a person is in crisis: for the team, for an organiser whose group was asked, and for whoever has a task
 * about the referral in front of them. Sending the page twice declares one crisis.
 */
@Controller
class CrisisController {

    private final Door door;
    private final Crises crises;
    private final InOneTransaction once;

    CrisisController(Door door, Crises crises, InOneTransaction once) {
        this.door = door;
        this.crises = crises;
        this.once = once;
    }

    /**
     * What the page asks; every answer as it was sent.
     *
     * @param request made when the page was opened, so that sending it twice is harmless
     * @param task the engine's id of the task it came from, or null
     */
    record Answers(String request, String kind, String said, String saidBy, String task) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Answers[" + request + "]";
        }
    }

    @GetMapping("/referrals/{reference}/crisis")
    ModelAndView ask(
            @PathVariable String reference,
            @RequestParam(required = false) String task,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.openWithTask(reference, task, actor);
        return page(entry, new Answers(Ids.next().toString(), null, null, null, task), Map.of());
    }

    @PostMapping("/referrals/{reference}/crisis")
    ModelAndView declare(
            @PathVariable String reference,
            @ModelAttribute Answers answers,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.openWithTask(reference, answers.task(), actor);
        try {
            DeclareCrisis command = command(entry.referral(), answers);
            once.run(() -> crises.declare(command, actor));
            ModelAndView next =
                    new ModelAndView("redirect:/referrals/" + entry.referral().reference() + "/crisis/declared");
            if (answers.task() != null && !answers.task().isBlank()) {
                // whoever came in by a task finds the next page by it too
                next.addObject("task", answers.task());
            }
            return next;
        } catch (Refusal refusal) {
            return page(entry, answers, refusal.fields());
        }
    }

    @GetMapping("/referrals/{reference}/crisis/declared")
    String declared(
            @PathVariable String reference,
            @RequestParam(required = false) String task,
            @AuthenticationPrincipal Actor.SignedIn actor,
            Model model) {
        Door.Entry entry = door.openWithTask(reference, task, actor);
        model.addAttribute("reference", entry.referral().reference().text());
        model.addAttribute("team", entry.team());
        return "referral/crisis-declared";
    }

    /** A word that is none of ours is no answer. */
    private static DeclareCrisis command(Referral referral, Answers answers) {
        return new DeclareCrisis(
                request(answers.request()),
                referral.id(),
                one(CrisisKind.values(), CrisisKind::word, answers.kind()).orElse(null),
                Narrative.of(answers.said()),
                one(SaidBy.values(), SaidBy::word, answers.saidBy()).orElse(null));
    }

    private static <T> Optional<T> one(T[] all, Function<T, String> word, String given) {
        return Arrays.stream(all).filter(each -> word.apply(each).equals(given)).findFirst();
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
        Map<String, Object> model = new HashMap<>();
        model.put("reference", entry.referral().reference().text());
        model.put("team", entry.team());
        model.put("answers", answers);
        model.put("errors", errors);
        model.put("kinds", CrisisKind.values());
        model.put("speakers", SaidBy.values());
        ModelAndView page = new ModelAndView("referral/crisis", model);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }
}
