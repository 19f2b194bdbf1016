package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.Organisers;
import org.commonground.account.Passwords;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who decides for a group: organisers are added, changed, given a password, taken away. */
@Controller
@RequestMapping("/setup/groups/{id}/organisers")
class OrganiserSetup {

    private final Groups groups;
    private final Organisers organisers;
    private final Accounts accounts;
    private final Passwords passwords;
    private final InOneTransaction once;

    OrganiserSetup(
            Groups groups, Organisers organisers, Accounts accounts, Passwords passwords, InOneTransaction once) {
        this.groups = groups;
        this.organisers = organisers;
        this.accounts = accounts;
        this.passwords = passwords;
        this.once = once;
    }

    @GetMapping("/new")
    ModelAndView askNew(@PathVariable UUID id) {
        return organiserPage(find(id), null, Filled.nothing()).show();
    }

    /** Somebody who has an account already, by username, decides for this group too; else an account is made. */
    @PostMapping("/new")
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Group group = find(id);
        Filled filled = new Filled(sent);
        // somebody who has an account needs no name and address
        KeepOrganiser command = filled.readOnly(KeepOrganiser.class);
        return FormPage.answer(
                filled,
                () -> {
                    var known = accounts.byUsername(command.username()).filter(Account::active);
                    if (known.isPresent()) {
                        once.run(() -> organisers.join(id, known.get().id(), actor));
                        next.addFlashAttribute(
                                "done", known.get().displayName().text() + " decides for this group too");
                    } else {
                        StaffSetup.showOnce(once.call(() -> organisers.open(id, command, actor)), next);
                    }
                    return home(id);
                },
                () -> organiserPage(group, null, filled));
    }

    @GetMapping("/{account}")
    ModelAndView askChange(@PathVariable UUID id, @PathVariable UUID account) {
        Account organiser = find(id, account);
        return organiserPage(
                        find(id),
                        organiser,
                        Filled.with("name", text(organiser.displayName()), "mail", text(organiser.mail())))
                .show();
    }

    @PostMapping("/{account}")
    ModelAndView change(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account organiser = find(id, account);
        Filled filled = new Filled(sent);
        KeepOrganiser command = filled.read(KeepOrganiser.class, Map.of("username", organiser.username()));
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> organisers.change(organiser.id(), command, actor));
                    next.addFlashAttribute("done", command.name().text() + " is kept");
                    return home(id);
                },
                () -> organiserPage(find(id), organiser, filled));
    }

    @GetMapping("/{account}/password")
    ModelAndView askPassword(@PathVariable UUID id, @PathVariable UUID account) {
        return passwordPage(id, find(id, account)).show();
    }

    @PostMapping("/{account}/password")
    ModelAndView resetPassword(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account organiser = find(id, account);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    StaffSetup.showOnce(once.call(() -> passwords.reset(organiser.id(), actor)), next);
                    return home(id);
                },
                () -> passwordPage(id, organiser));
    }

    @GetMapping("/{account}/end")
    ModelAndView askEnd(@PathVariable UUID id, @PathVariable UUID account) {
        return endPage(find(id), find(id, account)).show();
    }

    @PostMapping("/{account}/end")
    ModelAndView end(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account organiser = find(id, account);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    once.run(() -> organisers.leave(id, organiser.id(), actor));
                    next.addFlashAttribute(
                            "done", organiser.displayName().text() + " does not decide for this group any more");
                    return home(id);
                },
                () -> endPage(find(id), organiser));
    }

    private static FormPage organiserPage(Group group, Account organiser, Filled filled) {
        List<FormField> fields = new ArrayList<>();
        if (organiser == null) {
            fields.add(FormField.text(
                    "username",
                    "Username",
                    "What they type to sign in. Somebody who has an account keeps it, and decides for this group too.",
                    filled.text("username")));
        }
        fields.add(FormField.text("name", "Name", null, filled.text("name")));
        fields.add(FormField.text("mail", "Mail address", "Where offers are announced", filled.text("mail")));
        String back = home(group.id().value());
        if (organiser == null) {
            return FormPage.of("Add an organiser", group.name(), back, fields, "Add the organiser");
        }
        String here = back + "/organisers/" + organiser.id();
        return FormPage.of(organiser.displayName().text(), group.name(), back, fields, "Save")
                .linking("Make a new password", here + "/password")
                .linking("Take away from this group", here + "/end");
    }

    private static FormPage passwordPage(UUID group, Account organiser) {
        return FormPage.of(
                        "Make a new password?",
                        organiser.displayName().text(),
                        home(group),
                        List.of(),
                        "Make a new password")
                .saying("Their present password stops working at once. The new one is shown once.")
                .ofConsequence();
    }

    private static FormPage endPage(Group group, Account organiser) {
        return FormPage.of(
                        "Take this organiser away?",
                        group.name(),
                        home(group.id().value()),
                        List.of(),
                        "Take away " + organiser.displayName().text())
                .saying("They decide for this group no more. Whoever decides for no group any more cannot sign in.")
                .ofConsequence();
    }

    private static String text(Personal value) {
        return value == null ? null : value.text();
    }

    private static String home(UUID group) {
        return "/setup/groups/" + group;
    }

    private Group find(UUID id) {
        return groups.get(new GroupId(id));
    }

    private Account find(UUID group, UUID account) {
        return accounts.organisersOf(group).stream()
                .filter(organiser -> organiser.id().equals(new AccountId(account)))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such organiser"));
    }
}
