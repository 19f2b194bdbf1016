package org.commonground.web.referral;

import org.commonground.account.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a referral. */
@Controller
class ReferralController {

    private final Door door;
    private final ReferralPages pages;
    private final Looks looks;

    ReferralController(Door door, ReferralPages pages, Looks looks) {
        this.door = door;
        this.pages = pages;
        this.looks = looks;
    }

    @GetMapping("/referrals/{reference}")
    String show(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        Door.Entry entry = door.open(reference, actor);
        model.addAttribute("reference", entry.referral().reference().text());
        if (entry.team()) {
            model.addAttribute("page", pages.forTeam(entry.referral(), actor));
            return "referral/page";
        }
        looks.look(entry.referral(), actor);
        return "referral/organiser";
    }
}
