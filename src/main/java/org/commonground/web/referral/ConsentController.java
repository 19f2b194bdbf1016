package org.commonground.web.referral;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.WithdrawConsent;
import org.commonground.placement.ending.Withdrawals;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.consent.Purpose;
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
 * Records that the person takes back one consent: which one, what follows, done. Only the team may. Which one was chosen
 * lives in the session; done twice, the last page says the same again.
 */
@Controller
class ConsentController {

    private final Door door;
    private final GivenConsents given;
    private final Withdrawals withdrawals;
    private final InOneTransaction once;

    ConsentController(Door door, GivenConsents given, Withdrawals withdrawals, InOneTransaction once) {
        this.door = door;
        this.given = given;
        this.withdrawals = withdrawals;
        this.once = once;
    }

    @GetMapping("/referrals/{reference}/consents")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        return page(door.openForTeam(reference, actor), Map.of());
    }

    @PostMapping("/referrals/{reference}/consents")
    ModelAndView choose(
            @PathVariable String reference,
            @RequestParam(required = false) String answer,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<GivenConsents.Given> chosen = given.find(referral, answer);
        if (chosen.isEmpty()) {
            return page(referral, Map.of("answer", "Choose what the person no longer agrees to"));
        }
        if (chosen.get().purpose() == Purpose.REFER) {
            return new ModelAndView(StopController.begin(session, referral, StopReason.NO_CONSENT));
        }
        session.setAttribute(key(referral), chosen.get());
        return new ModelAndView(redirect(referral, "/check"));
    }

    @GetMapping("/referrals/{reference}/consents/check")
    String check(
            @PathVariable String reference,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session,
            Model model) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<GivenConsents.Given> chosen = chosen(session, referral);
        if (chosen.isEmpty()) {
            return redirect(referral, "");
        }
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute("consent", chosen.get().words());
        model.addAttribute(
                "consequences", ConsentWords.consequences(chosen.get().purpose()));
        return "referral/consent-check";
    }

    @PostMapping("/referrals/{reference}/consents/check")
    String record(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<GivenConsents.Given> chosen = chosen(session, referral);
        if (chosen.isEmpty()) {
            return redirect(referral, "");
        }
        recordOnce(
                new WithdrawConsent(
                        referral.id(), chosen.get().purpose(), chosen.get().group()),
                actor);
        return redirect(referral, "/done");
    }

    /** Where it was withdrawn meanwhile, by whomever, it is withdrawn. */
    private void recordOnce(WithdrawConsent command, Actor.SignedIn actor) {
        try {
            once.run(() -> withdrawals.withdraw(command, actor));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
        }
    }

    @GetMapping("/referrals/{reference}/consents/done")
    String done(
            @PathVariable String reference,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session,
            Model model) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<GivenConsents.Given> chosen = chosen(session, referral);
        if (chosen.isEmpty()) {
            return redirect(referral, "");
        }
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute("consent", chosen.get().words());
        return "referral/consent-done";
    }

    private ModelAndView page(Referral referral, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("referral/consents");
        List<GivenConsents.Given> all = given.of(referral);
        page.addObject("reference", referral.reference().text());
        page.addObject("consents", all);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }

    private static Optional<GivenConsents.Given> chosen(HttpSession session, Referral referral) {
        return Optional.ofNullable((GivenConsents.Given) session.getAttribute(key(referral)));
    }

    private static String key(Referral referral) {
        return "consent:" + referral.id();
    }

    private static String redirect(Referral referral, String step) {
        return "redirect:/referrals/" + referral.reference() + "/consents" + step;
    }
}
