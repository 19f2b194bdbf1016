package org.commonground.web.referral;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.SendBack;
import org.commonground.referral.SentBackReason;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Gives a referral back to the practice, with a reason. One that has ended shows that it has. */
@Controller
class SendBackController {

    private final Door door;
    private final Referrals referrals;
    private final InOneTransaction once;

    SendBackController(Door door, Referrals referrals, InOneTransaction once) {
        this.door = door;
        this.referrals = referrals;
        this.once = once;
    }

    @GetMapping("/referrals/{reference}/send-back")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        return referral.isOpen() ? page(referral, null, Map.of()) : done(referral);
    }

    @PostMapping("/referrals/{reference}/send-back")
    ModelAndView sendBack(
            @PathVariable String reference,
            @RequestParam(required = false) String reason,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return done(referral);
        }
        SendBack command = new SendBack(reasons().stream()
                .filter(one -> one.word().equals(reason))
                .findFirst()
                .orElse(null));
        try {
            once.run(() -> referrals.sendBack(referral.id(), command, actor));
            return done(referral);
        } catch (Refusal refusal) {
            return page(
                    referral,
                    reason,
                    refusal.fields().isEmpty() ? Map.of("reason", refusal.getMessage()) : refusal.fields());
        }
    }

    @GetMapping("/referrals/{reference}/send-back/done")
    String done(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        Referral referral = door.openForTeam(reference, actor);
        if (referral.isOpen()) {
            return "redirect:/referrals/" + referral.reference();
        }
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute("standing", StandingWords.of(referral));
        return "referral/send-back-done";
    }

    private static List<SentBackReason> reasons() {
        return Stream.of(SentBackReason.values())
                .filter(SentBackReason::isChosen)
                .toList();
    }

    private static ModelAndView done(Referral referral) {
        return new ModelAndView("redirect:/referrals/" + referral.reference() + "/send-back/done");
    }

    private static ModelAndView page(Referral referral, String reason, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("referral/send-back");
        page.addObject("reference", referral.reference().text());
        page.addObject("possible", referral.maySendBack());
        page.addObject("reasons", reasons());
        page.addObject("reason", reason);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }
}
