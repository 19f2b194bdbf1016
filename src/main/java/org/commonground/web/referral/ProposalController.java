package org.commonground.web.referral;

import java.util.List;
import org.commonground.account.Actor;
import org.commonground.group.GroupId;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.choice.Proposals;
import org.commonground.placement.choice.ProposeGroup;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.referral.Referral;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposes another group between two choices, as the person asks. */
@Controller
class ProposalController {

    private final Door door;
    private final Proposals proposals;
    private final Choices choices;
    private final InOneTransaction once;

    ProposalController(Door door, Proposals proposals, Choices choices, InOneTransaction once) {
        this.door = door;
        this.proposals = proposals;
        this.choices = choices;
        this.once = once;
    }

    @GetMapping("/referrals/{reference}/group")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        if (!referral.isOpen()) {
            return new ModelAndView("redirect:/referrals/" + referral.reference());
        }
        String first = choices.wantedNext(referral.id()).stream()
                .findFirst()
                .map(GroupId::toString)
                .orElse(null);
        return page(referral, first).show();
    }

    @PostMapping("/referrals/{reference}/group")
    ModelAndView propose(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Referral referral = door.openForTeam(reference, actor);
        Filled filled = new Filled(sent);
        ProposeGroup command = filled.read(ProposeGroup.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> proposals.propose(referral.id(), command, actor));
                    next.addFlashAttribute(
                            "done",
                            proposals.choosesNow(referral)
                                    ? "Remembered: groups can be chosen with the person now"
                                    : "Remembered for when groups are chosen");
                    return "/referrals/" + referral.reference();
                },
                () -> page(referral, filled.text("group")));
    }

    private FormPage page(Referral referral, String chosen) {
        List<Option> groups = proposals.possible(referral.id()).stream()
                .map(group -> new Option(group.id().toString(), group.name()))
                .toList();
        return FormPage.of(
                        "Propose another group",
                        "Referral " + referral.reference(),
                        "/referrals/" + referral.reference(),
                        List.of(FormField.select(
                                "group",
                                "Which group would the person like to try?",
                                "Those that fit best stand first.",
                                groups,
                                chosen)),
                        "Remember it")
                .saying(
                        proposals.choosesNow(referral)
                                ? "It stands first in the task Choose groups, which is there as soon as you have sent this."
                                        + " The group hears nothing before the person has agreed there."
                                : "Groups are chosen after the conversation. What you propose is remembered and stands"
                                        + " first then. The group hears nothing before.");
    }
}
