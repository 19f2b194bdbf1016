package org.commonground.web.referral;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.SendBack;
import org.commonground.referral.SentBackReason;
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

/** Gives a referral back to the practice, with a reason. One that has ended shows that it has. */
@Controller
class SendBackController {

    private static final String TITLE = "Send it back to the practice";

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
        return referral.isOpen() ? page(referral, Filled.nothing()).show() : done(referral);
    }

    @PostMapping("/referrals/{reference}/send-back")
    ModelAndView sendBack(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return done(referral);
        }
        Filled filled = new Filled(sent, Map.of("reasonChosen", "reason"));
        SendBack command = filled.read(SendBack.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> referrals.sendBack(referral.id(), command, actor));
                    return path(referral) + "/send-back/done";
                },
                () -> page(door.openForTeam(reference, actor), filled));
    }

    @GetMapping("/referrals/{reference}/send-back/done")
    ModelAndView done(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        return referral.isOpen()
                ? new ModelAndView("redirect:" + path(referral))
                : DonePage.of("The referral has ended", StandingWords.of(referral))
                        .then("The practice gets a mail that there is news, and reads the reason where it signs in.")
                        .linking("Back to referral " + referral.reference(), path(referral))
                        .show();
    }

    private static ModelAndView done(Referral referral) {
        return new ModelAndView("redirect:" + path(referral) + "/send-back/done");
    }

    private static FormPage page(Referral referral, Filled filled) {
        String caption = "Referral " + referral.reference();
        if (!referral.maySendBack()) {
            return FormPage.closed(
                            TITLE,
                            caption,
                            path(referral),
                            "Groups are being chosen already, so this referral cannot go back.")
                    .linking("Stop the referral instead", path(referral) + "/stop");
        }
        List<Option> reasons = Stream.of(SentBackReason.values())
                .filter(SentBackReason::isChosen)
                .map(reason -> new Option(reason.word(), reason.label()))
                .toList();
        return FormPage.of(
                TITLE,
                caption,
                path(referral),
                List.of(FormField.radios(
                        "reason",
                        "Why does it go back?",
                        "The practice reads this reason, also where the person did not agree to feedback. The referral ends,"
                                + " and the practice may refer again.",
                        reasons,
                        filled.text("reason"))),
                "Send it back");
    }

    private static String path(Referral referral) {
        return "/referrals/" + referral.reference();
    }
}
