package org.commonground.web.referral;

import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Referral;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ticks an agreed action as done, on the page of its referral; only the team may. */
@Controller
class ActionController {

    private final Door door;
    private final Notebooks notebooks;
    private final InOneTransaction once;

    ActionController(Door door, Notebooks notebooks, InOneTransaction once) {
        this.door = door;
        this.notebooks = notebooks;
        this.once = once;
    }

    @PostMapping("/referrals/{reference}/actions/{action}/done")
    String done(
            @PathVariable String reference,
            @PathVariable String action,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        try {
            UUID id = UUID.fromString(action);
            once.run(() -> notebooks.done(referral.id(), id, actor));
        } catch (IllegalArgumentException unknown) {
            throw new NoSuchPage();
        }
        return "redirect:/referrals/" + referral.reference() + "#notebook";
    }
}
