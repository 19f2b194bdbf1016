package org.commonground.web.referral;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.group.Groups;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.ending.Leavings;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records that the person has left a group: the team for any group, an organiser for their own. */
@Controller
class LeavingController {

    private final Door door;
    private final Leavings leavings;
    private final Groups groups;
    private final InOneTransaction once;

    LeavingController(Door door, Leavings leavings, Groups groups, InOneTransaction once) {
        this.door = door;
        this.leavings = leavings;
        this.groups = groups;
        this.once = once;
    }

    /** What the page asks. {@code placement} may be left out where there is one only. */
    record Answers(String placement, String because, String note) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Answers[" + placement + "]";
        }
    }

    /** A group to choose. */
    record Attended(String placement, String group) {}

    @GetMapping("/referrals/{reference}/leaving")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.open(reference, actor);
        return page(entry, attended(entry, actor), new Answers(null, null, null), Map.of());
    }

    @PostMapping("/referrals/{reference}/leaving")
    ModelAndView record(
            @PathVariable String reference,
            @ModelAttribute Answers answers,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.open(reference, actor);
        List<Attended> attended = attended(entry, actor);
        RecordLeaving command = new RecordLeaving(
                placement(attended, answers.placement()), because(answers.because()), Narrative.of(answers.note()));
        try {
            once.run(() -> leavings.record(command, actor));
            return new ModelAndView("redirect:/referrals/" + entry.referral().reference() + "/leaving/recorded");
        } catch (Refusal refusal) {
            return page(
                    entry,
                    attended,
                    answers,
                    refusal.fields().isEmpty() ? Map.of("placement", refusal.getMessage()) : refusal.fields());
        }
    }

    @GetMapping("/referrals/{reference}/leaving/recorded")
    String recorded(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor, Model model) {
        model.addAttribute(
                "reference", door.open(reference, actor).referral().reference().text());
        return "referral/leaving-recorded";
    }

    /** The groups the person goes to, as far as they are this actor's business. */
    private List<Attended> attended(Door.Entry entry, Actor.SignedIn actor) {
        return leavings.attending(entry.referral().id()).stream()
                .filter(placement -> entry.team()
                        || actor.groups().contains(placement.group().value()))
                .map(this::attended)
                .toList();
    }

    private Attended attended(Placement placement) {
        return new Attended(
                placement.id().toString(), groups.get(placement.group()).name());
    }

    private static PlacementId placement(List<Attended> attended, String chosen) {
        if (attended.size() == 1) {
            return id(attended.get(0));
        }
        return attended.stream()
                .filter(one -> one.placement().equals(chosen))
                .findFirst()
                .map(LeavingController::id)
                .orElse(null);
    }

    private static PlacementId id(Attended attended) {
        return new PlacementId(UUID.fromString(attended.placement()));
    }

    private static LeftBecause because(String word) {
        return Stream.of(LeftBecause.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static ModelAndView page(
            Door.Entry entry, List<Attended> attended, Answers answers, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("referral/leaving");
        page.addObject("reference", entry.referral().reference().text());
        page.addObject("attended", attended);
        page.addObject("reasons", LeftBecause.values());
        page.addObject("answers", answers);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }
}
