package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonground.account.Actor;
import org.commonground.group.Groups;
import org.commonground.placement.PlacementId;
import org.commonground.placement.ending.Leavings;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.platform.persistence.InOneTransaction;
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

/** Records that the person has left a group: the team for any group, an organiser for their own. */
@Controller
class LeavingController {

    private static final String TITLE = "The person has left a group";

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

    @GetMapping("/referrals/{reference}/leaving")
    ModelAndView ask(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.open(reference, actor);
        return page(entry, attended(entry, actor), Filled.nothing()).show();
    }

    @PostMapping("/referrals/{reference}/leaving")
    ModelAndView record(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.open(reference, actor);
        List<Option> attended = attended(entry, actor);
        Filled filled = new Filled(sent);
        RecordLeaving command = filled.read(RecordLeaving.class, chosen(attended, filled), "placement");
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> leavings.record(command, actor));
                    return path(entry) + "/leaving/recorded";
                },
                () -> page(entry, attended, filled));
    }

    @GetMapping("/referrals/{reference}/leaving/recorded")
    ModelAndView recorded(@PathVariable String reference, @AuthenticationPrincipal Actor.SignedIn actor) {
        Door.Entry entry = door.open(reference, actor);
        return DonePage.of("That they left is recorded", null)
                .then("Their place is free again. Where the person needs another group, the link worker has a task to"
                        + " choose again with them.")
                .linking("Back to referral " + entry.referral().reference(), path(entry))
                .show();
    }

    /** The groups the person goes to, as far as they are this actor's business. */
    private List<Option> attended(Door.Entry entry, Actor.SignedIn actor) {
        return leavings.attending(entry.referral().id()).stream()
                .filter(placement -> entry.team()
                        || actor.groups().contains(placement.group().value()))
                .map(placement -> new Option(
                        placement.id().toString(), groups.get(placement.group()).name()))
                .toList();
    }

    /** The one there is, or the chosen one of these: another is no business of theirs. */
    private static Map<String, PlacementId> chosen(List<Option> attended, Filled filled) {
        return attended.stream()
                .map(Option::value)
                .filter(placement -> attended.size() == 1 || placement.equals(filled.text("placement")))
                .findFirst()
                .map(PlacementId::of)
                .map(placement -> Map.of("placement", placement))
                .orElse(Map.of());
    }

    private static FormPage page(Door.Entry entry, List<Option> attended, Filled filled) {
        String caption = "Referral " + entry.referral().reference();
        if (attended.isEmpty()) {
            return FormPage.closed(
                    TITLE, caption, path(entry), "They go to no group at present, so there is nothing to record.");
        }
        List<FormField> fields = new ArrayList<>();
        if (attended.size() > 1) {
            fields.add(FormField.radios(
                    "placement", "Which group did they leave?", null, attended, filled.text("placement")));
        }
        fields.add(FormField.radios(
                "because",
                "Why did they leave?",
                null,
                Option.of(LeftBecause.values(), LeftBecause::word, LeftBecause::label),
                filled.text("because")));
        fields.add(FormField.longText(
                "note",
                "What should the link worker know?",
                "What was good, what was not. Leave it empty where there is nothing.",
                filled.text("note")));
        FormPage page = FormPage.of(TITLE, caption, path(entry), fields, "Record that they left");
        return attended.size() > 1
                ? page
                : page.saying("They went to " + attended.get(0).label()
                        + ". Their place is free at once, and the link worker can choose again with them.");
    }

    private static String path(Door.Entry entry) {
        return "/referrals/" + entry.referral().reference();
    }
}
