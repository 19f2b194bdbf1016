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
import org.commonground.placement.choice.Rounds;
import org.commonground.placement.waiting.LeaveWaitingList;
import org.commonground.placement.waiting.StopWaiting;
import org.commonground.placement.waiting.WaitingAnswers;
import org.commonground.placement.waiting.WaitingLists;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
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
 * What a person waits for, and what else could be tried: their position on each list, taking them off one, and asking to
 * choose other groups beside what goes on. Only the team may.
 */
@Controller
class OtherGroupsController {

    private final Door door;
    private final Placements placements;
    private final WaitingLists lists;
    private final WaitingAnswers waitingAnswers;
    private final Rounds rounds;
    private final Groups groups;
    private final InOneTransaction once;

    OtherGroupsController(
            Door door,
            Placements placements,
            WaitingLists lists,
            WaitingAnswers waitingAnswers,
            Rounds rounds,
            Groups groups,
            InOneTransaction once) {
        this.door = door;
        this.placements = placements;
        this.lists = lists;
        this.waitingAnswers = waitingAnswers;
        this.rounds = rounds;
        this.groups = groups;
        this.once = once;
    }

    /** One list the person is on; {@code leave} is false while a place is held and they are being asked. */
    record OnList(UUID placement, UUID group, String name, String words, boolean leave) {}

    /** A reason as a radio button shows it. */
    record Reason(String value, String label) {}

    @GetMapping("/referrals/{reference}/other-groups")
    String show(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        Referral referral = door.openForTeam(reference, actor);
        model.addAttribute("reference", referral.reference().text());
        model.addAttribute("open", referral.isOpen());
        model.addAttribute(
                "lists",
                placements.open(referral.id()).stream().flatMap(this::onList).toList());
        return "referral/other-groups";
    }

    @PostMapping("/referrals/{reference}/other-groups")
    ModelAndView choose(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        ModelAndView page = new ModelAndView("referral/other-groups-asked");
        page.addObject("reference", referral.reference().text());
        try {
            once.run(() -> rounds.wantOthers(referral.id(), actor));
        } catch (Refusal refusal) {
            page.addObject("refused", refusal.getMessage());
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    @GetMapping("/referrals/{reference}/waiting/{placement}")
    ModelAndView ask(
            @PathVariable String reference,
            @PathVariable UUID placement,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        return page(referral, of(referral, placement), null, null, Map.of());
    }

    @PostMapping("/referrals/{reference}/waiting/{placement}")
    ModelAndView leave(
            @PathVariable String reference,
            @PathVariable UUID placement,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String note,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Referral referral = door.openForTeam(reference, actor);
        Placement waiting = of(referral, placement);
        StopWaiting why = Stream.of(StopWaiting.values())
                .filter(one -> one.word().equals(reason))
                .findFirst()
                .orElse(null);
        try {
            once.run(() -> waitingAnswers.leave(waiting.id(), new LeaveWaitingList(why, Narrative.of(note)), actor));
            return new ModelAndView("redirect:/referrals/" + referral.reference() + "/other-groups");
        } catch (Refusal refusal) {
            Map<String, String> errors =
                    refusal.fields().isEmpty() ? Map.of("reason", refusal.getMessage()) : refusal.fields();
            return page(referral, waiting, reason, note, errors);
        }
    }

    private ModelAndView page(
            Referral referral, Placement waiting, String reason, String note, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("referral/leave-list");
        page.addObject("reference", referral.reference().text());
        page.addObject("placement", waiting.id().value());
        page.addObject("group", groups.get(waiting.group()).name());
        page.addObject("reasons", reasons());
        page.addObject("reason", reason);
        page.addObject("note", note);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }

    private static List<Reason> reasons() {
        return Stream.of(StopWaiting.values())
                .map(why -> new Reason(why.word(), why.label()))
                .toList();
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
