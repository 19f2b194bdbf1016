package org.commonground.web.referral;

import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.InWords;
import org.commonground.safeguarding.ConcernId;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.RaiseConcern;
import org.commonground.web.pages.DonePage;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
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

    @GetMapping("/referrals/{reference}/concern")
    ModelAndView ask(
            @PathVariable String reference,
            @RequestParam(required = false) String task,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        return page(door.open(reference, actor), Filled.with("task", task)).show();
    }

    @PostMapping("/referrals/{reference}/concern")
    ModelAndView raise(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Door.Entry entry = door.open(reference, actor);
        Filled filled = new Filled(sent);
        RaiseConcern command = filled.read(
                RaiseConcern.class,
                Map.of(
                        "request", filled.request(),
                        "referral", entry.referral().id().value()),
                "group");
        return FormPage.answer(
                filled,
                () -> {
                    ConcernId concern = once.call(
                            () -> concerns.raise(command, entry.referral().neighbourhood(), actor));
                    next.addFlashAttribute("receivedAt", InWords.stamp(concerns.receivedAt(concern)));
                    next.addFlashAttribute("danger", command.immediateDanger());
                    return path(entry) + "/concern/received";
                },
                () -> page(entry, filled));
    }

    @GetMapping("/referrals/{reference}/concern/received")
    ModelAndView received(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        Door.Entry entry = door.open(reference, actor);
        DonePage page = DonePage.of("Concern received", (String) model.getAttribute("receivedAt"))
                .then(
                        "The safeguarding lead looks at it today. If they need to know more, they ask you. You will not be"
                                + " told what they decide, because that is kept between few people.")
                .linking("Back to referral " + entry.referral().reference(), path(entry));
        return (Boolean.TRUE.equals(model.getAttribute("danger")) ? page.withEmergency() : page).show();
    }

    private static FormPage page(Door.Entry entry, Filled filled) {
        return FormPage.of(
                        "Raise a concern",
                        "Referral " + entry.referral().reference(),
                        path(entry),
                        List.of(
                                FormField.radios(
                                        "immediateDanger",
                                        "Is anybody in immediate danger?",
                                        null,
                                        Option.yesOrNo(),
                                        filled.text("immediateDanger")),
                                FormField.longText(
                                        "what",
                                        "What happened?",
                                        "What you saw, or what was said, in the words that were used. When and where, and who"
                                                + " was there.",
                                        filled.text("what")),
                                filled.requestField(),
                                FormField.hidden("task", filled.text("task"))),
                        "Send to the safeguarding lead")
                .below("pages/parts", "emergency", Map.of())
                .saying(
                        "Only the safeguarding lead and the deputy read what you write. They look at it today. You do not"
                                + " need to be sure, and the referral goes on unless they pause it.");
    }

    private static String path(Door.Entry entry) {
        return "/referrals/" + entry.referral().reference();
    }
}
