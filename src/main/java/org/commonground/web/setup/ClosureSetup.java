package org.commonground.web.setup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.group.CloseGroup;
import org.commonground.group.ClosureReason;
import org.commonground.group.Closures;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.platform.persistence.InOneTransaction;
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

/** A group is closed, suspended, or opened again. */
@Controller
class ClosureSetup {

    private final Groups groups;
    private final Closures closures;
    private final InOneTransaction once;

    ClosureSetup(Groups groups, Closures closures, InOneTransaction once) {
        this.groups = groups;
        this.closures = closures;
        this.once = once;
    }

    @GetMapping("/setup/groups/{id}/closing")
    ModelAndView askClose(@PathVariable UUID id) {
        return closePage(group(id), Filled.nothing()).show();
    }

    @PostMapping("/setup/groups/{id}/closing")
    ModelAndView close(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Group group = group(id);
        Filled filled = new Filled(sent);
        CloseGroup command = filled.read(CloseGroup.class, Map.of("group", group.id()));
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> closures.close(command, actor));
                    next.addFlashAttribute("done", group.name() + ": the closing is recorded");
                    return home(id);
                },
                () -> closePage(group, filled));
    }

    @GetMapping("/setup/groups/{id}/reopening")
    ModelAndView askReopen(@PathVariable UUID id) {
        return reopenPage(group(id)).show();
    }

    @PostMapping("/setup/groups/{id}/reopening")
    ModelAndView reopen(@PathVariable UUID id, @AuthenticationPrincipal Actor.SignedIn actor, RedirectAttributes next) {
        Group group = group(id);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    once.run(() -> closures.reopen(group.id(), actor));
                    next.addFlashAttribute("done", group.name() + " takes people again");
                    return home(id);
                },
                () -> reopenPage(group));
    }

    private static FormPage closePage(Group group, Filled filled) {
        return FormPage.of(
                        "Close or suspend the group",
                        group.name(),
                        home(group.id().value()),
                        List.of(
                                FormField.radios(
                                        "kind",
                                        "For how long?",
                                        null,
                                        List.of(
                                                new Option("closed", "For good: it is closed"),
                                                new Option("suspended", "For now: it is suspended")),
                                        filled.text("kind")),
                                FormField.radios(
                                        "reason",
                                        "Why?",
                                        null,
                                        Stream.of(ClosureReason.values())
                                                .map(reason -> new Option(reason.word(), reason.label()))
                                                .toList(),
                                        filled.text("reason")),
                                FormField.date(
                                        "from",
                                        "From which day?",
                                        "Such as 27 3 2027. Today or before means at once.",
                                        filled.typedDate("from"))),
                        "Record it")
                .saying("From that day nobody is referred there. Open offers, waits and planned first sessions end, and"
                        + " link workers are told. They talk with everybody who goes there: closed for good, those places"
                        + " are given back; suspended, they are kept.")
                .ofConsequence();
    }

    private static FormPage reopenPage(Group group) {
        return FormPage.of(
                        "Open the group again?", group.name(), home(group.id().value()), List.of(), "Open it again")
                .saying("People can be referred there again. What has ended stays ended.");
    }

    private Group group(UUID id) {
        return groups.get(new GroupId(id));
    }

    private static String home(UUID group) {
        return "/setup/groups/" + group;
    }
}
