package org.commonground.web.referral;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Referral;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.details.Detail;
import org.commonground.referral.details.PersonDetails;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changes who a person is and how to reach them. The page shows every address, also of ways that are not safe, so that
 * they can be put right: each look is recorded.
 */
@Controller
class DetailsController {

    private final Door door;
    private final PersonDetails details;
    private final DetailsForm form;
    private final Events events;
    private final InOneTransaction once;

    DetailsController(Door door, PersonDetails details, DetailsForm form, Events events, InOneTransaction once) {
        this.door = door;
        this.details = details;
        this.form = form;
        this.events = events;
        this.once = once;
    }

    @GetMapping("/referrals/{reference}/details")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        ChangeDetails now = once.call(() -> {
            events.publish(ReferralLookedAt.by(actor, referral.id(), "details"));
            return details.of(referral.id());
        });
        return page(referral, form.fields(now, form.filled(now))).show();
    }

    @PostMapping("/referrals/{reference}/details")
    ModelAndView change(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Referral referral = door.openForTeam(reference, actor);
        Filled filled = new Filled(sent);
        ChangeDetails wanted = filled.read(ChangeDetails.class);
        return FormPage.answer(
                filled,
                () -> {
                    Set<Detail> changed =
                            once.call(() -> details.change(referral.id(), filled.text("seen"), wanted, actor));
                    next.addFlashAttribute("done", inWords(changed));
                    return "/referrals/" + referral.reference();
                },
                () -> again(referral, filled));
    }

    private FormPage again(Referral referral, Filled filled) {
        ChangeDetails now = details.of(referral.id());
        return now.mark().equals(filled.text("seen"))
                ? page(referral, form.fields(now, filled))
                : page(referral, form.newer(now, filled));
    }

    private static FormPage page(Referral referral, List<FormField> fields) {
        return FormPage.of(
                        "Change details",
                        "Referral " + referral.reference(),
                        "/referrals/" + referral.reference(),
                        fields,
                        "Save")
                .saying("What you change here counts from now on: for the search, for letters, and for mails that are"
                        + " still to go. The story says what was changed, not from what to what.");
    }

    private static String inWords(Set<Detail> changed) {
        return changed.isEmpty()
                ? "Nothing was changed"
                : "Changed: " + changed.stream().map(Detail::label).collect(Collectors.joining(", "));
    }
}
