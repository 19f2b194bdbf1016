package org.commonground.web.referral;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.crisis.Crises;
import org.commonground.crisis.CrisisKind;
import org.commonground.crisis.DeclareCrisis;
import org.commonground.crisis.SaidBy;
import org.commonground.platform.persistence.InOneTransaction;
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

    @GetMapping("/referrals/{reference}/crisis")
    ModelAndView ask(
            @PathVariable String reference,
            @RequestParam(required = false) String task,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        return page(door.openWithTask(reference, task, actor), Filled.with("task", task))
                .show();
    }

    @PostMapping("/referrals/{reference}/crisis")
    ModelAndView declare(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Filled filled = new Filled(sent);
        String task = filled.text("task");
        Door.Entry entry = door.openWithTask(reference, task, actor);
        DeclareCrisis command = filled.read(
                DeclareCrisis.class,
                Map.of("request", filled.request(), "referral", entry.referral().id()));
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> crises.declare(command, actor));
                    // whoever came in by a task finds the next page by it too
                    return path(entry) + "/crisis/declared"
                            + (task == null ? "" : "?task=" + URLEncoder.encode(task, StandardCharsets.UTF_8));
                },
                () -> page(entry, filled));
    }

    @GetMapping("/referrals/{reference}/crisis/declared")
    ModelAndView declared(
            @PathVariable String reference,
            @RequestParam(required = false) String task,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.openWithTask(reference, task, actor);
        return DonePage.of(
                        "The crisis is declared", "Referral " + entry.referral().reference())
                .withEmergency()
                .then(
                        entry.team()
                                ? "A task waits at the top of your team’s list: speak with the practice’s duty clinician"
                                        + " today. It stays open, and your lead and then the supervisors hear of it, until a"
                                        + " named person there has confirmed."
                                : "The link workers speak with the practice’s duty clinician today. If you do not know that"
                                        + " the person is safe, do not wait for that: call.")
                .linking("Go to your tasks", "/camunda/app/tasklist/default/")
                .show();
    }

    private static FormPage page(Door.Entry entry, Filled filled) {
        return FormPage.of(
                        "The person is in crisis",
                        "Referral " + entry.referral().reference(),
                        path(entry),
                        List.of(
                                FormField.radios(
                                        "kind",
                                        "What is it about?",
                                        null,
                                        Option.of(CrisisKind.values(), CrisisKind::word, CrisisKind::label),
                                        filled.text("kind")),
                                FormField.longText(
                                        "said",
                                        "What was said or seen?",
                                        "In the words that were used. When, and where the person is now.",
                                        filled.text("said")),
                                FormField.radios(
                                        "saidBy",
                                        "Who said it?",
                                        null,
                                        Option.of(SaidBy.values(), SaidBy::word, SaidBy::label),
                                        filled.text("saidBy")),
                                filled.requestField(),
                                FormField.hidden("task", filled.text("task"))),
                        "Declare the crisis")
                .below("pages/parts", "emergency", Map.of())
                .saying("For a mental health crisis call 111 and choose option 2. Do that first, then come back to this"
                        + " page.")
                .saying(
                        "What you say here makes a task for the link workers: to speak with the practice’s duty clinician"
                                + " today. More people hear of it until a named person at the practice has confirmed. The referral"
                                + " goes on.")
                .ofConsequence();
    }

    private static String path(Door.Entry entry) {
        return "/referrals/" + entry.referral().reference();
    }
}
