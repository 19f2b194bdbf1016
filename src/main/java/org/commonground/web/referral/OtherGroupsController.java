package org.commonground.web.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.waiting.LeaveWaitingList;
import org.commonground.placement.waiting.StopWaiting;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
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

/**
 * What a person waits for, and what else could be tried: their position on each list, taking them off one, and asking to
 * choose other groups beside what goes on. Only the team may.
 */
@Controller
class OtherGroupsController {

    private final Door door;
    private final Placements placements;
    private final WaitingLists lists;
    private final Choices choices;
    private final Groups groups;
    private final InOneTransaction once;

    OtherGroupsController(
            Door door,
            Placements placements,
            WaitingLists lists,
            Choices choices,
            Groups groups,
            InOneTransaction once) {
        this.door = door;
        this.placements = placements;
        this.lists = lists;
        this.choices = choices;
        this.groups = groups;
        this.once = once;
    }

    /** One list the person is on; {@code leave} is false while a place is held and they are being asked. */
    record OnList(UUID placement, UUID group, String name, String words, boolean leave) {}

    @GetMapping("/referrals/{reference}/other-groups")
    ModelAndView show(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        return page(door.openForTeam(reference, actor)).show();
    }

    @PostMapping("/referrals/{reference}/other-groups")
    ModelAndView choose(
            @PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, RedirectAttributes next) {
        Referral referral = door.openForTeam(reference, actor);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    once.run(() -> choices.wantOthers(referral.id(), actor));
                    next.addFlashAttribute(
                            "done", "The task is open: Choose groups with the person is among your team’s tasks");
                    return path(referral);
                },
                () -> page(referral));
    }

    @GetMapping("/referrals/{reference}/waiting/{placement}")
    ModelAndView ask(
            @PathVariable String reference,
            @PathVariable UUID placement,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        return leavePage(referral, of(referral, placement), Filled.nothing()).show();
    }

    @PostMapping("/referrals/{reference}/waiting/{placement}")
    ModelAndView leave(
            @PathVariable String reference,
            @PathVariable UUID placement,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        Placement waiting = of(referral, placement);
        Filled filled = new Filled(sent);
        LeaveWaitingList command = filled.read(LeaveWaitingList.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> lists.leave(waiting.id(), command, actor));
                    return path(referral) + "/other-groups";
                },
                () -> leavePage(referral, waiting, filled));
    }

    private FormPage page(Referral referral) {
        List<OnList> onLists =
                placements.open(referral.id()).stream().flatMap(this::onList).toList();
        return FormPage.of(
                        "Waiting lists and other groups",
                        "Referral " + referral.reference(),
                        path(referral),
                        List.of(),
                        referral.isOpen() ? "Choose other groups" : null)
                .below(
                        "referral/other-groups",
                        "lists",
                        Map.of(
                                "reference", referral.reference().text(),
                                "lists", onLists,
                                "open", referral.isOpen()));
    }

    private FormPage leavePage(Referral referral, Placement waiting, Filled filled) {
        return FormPage.of(
                "Take the person off the waiting list of "
                        + groups.get(waiting.group()).name(),
                "Referral " + referral.reference(),
                path(referral) + "/other-groups",
                List.of(
                        FormField.radios(
                                "reason",
                                "Why do they wait no longer?",
                                "They lose their place in the line. Those behind move up.",
                                Option.of(StopWaiting.values(), StopWaiting::word, StopWaiting::label),
                                filled.text("reason")),
                        FormField.longText("note", "Anything the team should know?", null, filled.text("note"))),
                "Take off the list");
    }

    private static String path(Referral referral) {
        return "/referrals/" + referral.reference();
    }

    /** A placement of this referral, on whichever list it is; for any other the page does not exist. */
    private Placement of(Referral referral, UUID placement) {
        return placements.of(referral.id()).stream()
                .filter(one -> one.id().equals(new PlacementId(placement)))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
    }

    private Stream<OnList> onList(Placement placement) {
        return lists
                .find(placement)
                .map(waiting -> new OnList(
                        placement.id().value(),
                        placement.group().value(),
                        groups.get(placement.group()).name(),
                        "Number " + waiting.position() + " of " + waiting.length() + ", on the list since "
                                + InWords.date(LocalDate.ofInstant(waiting.joinedAt(), WorkingDays.LONDON)) + "; "
                                + waiting.askBy()
                                        .map(day -> waiting.state().label() + ", until " + InWords.date(day))
                                        .orElseGet(() -> waiting.state().label() + "; asked again whether they stay on "
                                                + InWords.date(waiting.reviewOn())),
                        waiting.askBy().isEmpty()))
                .stream();
    }
}
