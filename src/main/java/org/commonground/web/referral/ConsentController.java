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
import org.commonground.referral.Referral;
import org.commonground.referral.consent.Purpose;
import org.commonground.web.pages.DonePage;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
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

    private static final String ANSWER = "answer";
    private static final String QUESTION = "What does the person no longer agree to?";

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
        return page(door.openForTeam(reference, actor)).show();
    }

    @PostMapping("/referrals/{reference}/consents")
    ModelAndView choose(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Filled filled = new Filled(sent);
        Optional<GivenConsents.Given> chosen = given.find(referral, filled.text(ANSWER));
        if (chosen.isEmpty()) {
            filled.problem(ANSWER, "Choose what the person no longer agrees to");
        }
        return FormPage.answer(
                filled,
                () -> {
                    if (chosen.get().purpose() == Purpose.REFER) {
                        return StopController.begin(session, referral, StopReason.NO_CONSENT);
                    }
                    session.setAttribute(key(referral), chosen.get());
                    return path(referral, "/check");
                },
                () -> page(referral));
    }

    @GetMapping("/referrals/{reference}/consents/check")
    ModelAndView check(
            @PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        return chosen(session, referral)
                .map(chosen -> checkPage(referral, chosen).show())
                .orElseGet(() -> redirect(referral, ""));
    }

    /** Where it was withdrawn meanwhile, by whomever, it is withdrawn. */
    @PostMapping("/referrals/{reference}/consents/check")
    ModelAndView record(
            @PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        Optional<GivenConsents.Given> chosen = chosen(session, referral);
        if (chosen.isEmpty()) {
            return redirect(referral, "");
        }
        Filled filled = Filled.nothing();
        WithdrawConsent command = new WithdrawConsent(
                referral.id(), chosen.get().purpose(), chosen.get().group());
        filled.done(() -> {
            once.run(() -> withdrawals.withdraw(command, actor));
            return true;
        });
        return filled.isWrong() && given.find(referral, chosen.get().value()).isPresent()
                ? checkPage(referral, chosen.get()).show(filled)
                : redirect(referral, "/done");
    }

    @GetMapping("/referrals/{reference}/consents/done")
    ModelAndView done(
            @PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        Referral referral = door.openForTeam(reference, actor);
        return chosen(session, referral)
                .map(chosen -> DonePage.of("The consent is withdrawn", referral.reference() + ": " + chosen.words())
                        .linking("Back to referral " + referral.reference(), "/referrals/" + referral.reference())
                        .linking("Go to your tasks", "/camunda/app/tasklist/default/")
                        .show())
                .orElseGet(() -> redirect(referral, ""));
    }

    private FormPage page(Referral referral) {
        List<Option> consents = given.of(referral).stream()
                .map(consent -> new Option(consent.value(), StringUtils.capitalize(consent.words())))
                .toList();
        String back = "/referrals/" + referral.reference();
        return consents.isEmpty()
                ? FormPage.closed(
                        "There is no consent to withdraw",
                        caption(referral),
                        back,
                        "Nothing that the person agreed to is in force.")
                : FormPage.of(
                        QUESTION,
                        caption(referral),
                        back,
                        List.of(FormField.radios(
                                ANSWER,
                                QUESTION,
                                "You see what follows on the next page, before anything changes.",
                                consents,
                                null)),
                        "Continue");
    }

    private static FormPage checkPage(Referral referral, GivenConsents.Given chosen) {
        return FormPage.of(
                        "The person no longer agrees to " + chosen.words(),
                        caption(referral),
                        path(referral, ""),
                        List.of(),
                        "Withdraw this consent")
                .below(
                        "referral/consent-check",
                        "consequences",
                        Map.of("consequences", ConsentWords.consequences(chosen.purpose())))
                .ofConsequence();
    }

    private static String caption(Referral referral) {
        return "Referral " + referral.reference();
    }

    private static Optional<GivenConsents.Given> chosen(HttpSession session, Referral referral) {
        return Optional.ofNullable((GivenConsents.Given) session.getAttribute(key(referral)));
    }

    private static String key(Referral referral) {
        return "consent:" + referral.id();
    }

    private static ModelAndView redirect(Referral referral, String step) {
        return new ModelAndView("redirect:" + path(referral, step));
    }

    private static String path(Referral referral, String step) {
        return "/referrals/" + referral.reference() + "/consents" + step;
    }
}
