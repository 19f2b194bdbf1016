package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.Organiser;
import org.commonground.account.OrganiserId;
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
        // somebody who has an account needs no name and no address
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
                        once.call(() -> organisers.add(id, command, actor))
                                .ifPresentOrElse(
                                        issued -> StaffSetup.showOnce(issued, next),
                                        () -> next.addFlashAttribute(
                                                "done", command.name().text() + " decides for this group"));
                    }
                    return home(id);
                },
                () -> organiserPage(group, null, filled));
    }

    @GetMapping("/{organiser}")
    ModelAndView askChange(@PathVariable UUID id, @PathVariable UUID organiser) {
        Organiser known = find(id, organiser);
        return organiserPage(
                        find(id),
                        known,
                        Filled.with(
                                "name", text(known.name()),
                                "mail", text(known.mail()),
                                "phone", text(known.phone())))
                .show();
    }

    @PostMapping("/{organiser}")
    ModelAndView change(
            @PathVariable UUID id,
            @PathVariable UUID organiser,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Organiser known = find(id, organiser);
        Filled filled = new Filled(sent);
        KeepOrganiser command = filled.read(KeepOrganiser.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.call(() -> organisers.change(known.id(), command, actor))
                            .ifPresentOrElse(
                                    issued -> StaffSetup.showOnce(issued, next),
                                    () -> next.addFlashAttribute(
                                            "done", command.name().text() + " is kept"));
                    return home(id);
                },
                () -> organiserPage(find(id), known, filled));
    }

    @GetMapping("/{organiser}/password")
    ModelAndView askPassword(@PathVariable UUID id, @PathVariable UUID organiser) {
        Organiser known = find(id, organiser);
        accountOf(known);
        return passwordPage(id, known).show();
    }

    @PostMapping("/{organiser}/password")
    ModelAndView resetPassword(
            @PathVariable UUID id,
            @PathVariable UUID organiser,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Organiser known = find(id, organiser);
        AccountId account = accountOf(known);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    StaffSetup.showOnce(once.call(() -> passwords.reset(account, actor)), next);
                    return home(id);
                },
                () -> passwordPage(id, known));
    }

    @GetMapping("/{organiser}/end")
    ModelAndView askEnd(@PathVariable UUID id, @PathVariable UUID organiser) {
        return endPage(find(id), find(id, organiser)).show();
    }

    @PostMapping("/{organiser}/end")
    ModelAndView end(
            @PathVariable UUID id,
            @PathVariable UUID organiser,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Organiser known = find(id, organiser);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    once.run(() -> organisers.leave(id, known.id(), actor));
                    next.addFlashAttribute("done", known.name().text() + " does not decide for this group any more");
                    return home(id);
                },
                () -> endPage(find(id), known));
    }

    /** @param organiser null for somebody new */
    private static FormPage organiserPage(Group group, Organiser organiser, Filled filled) {
        boolean signsIn = organiser != null && organiser.account().isPresent();
        List<FormField> fields = new ArrayList<>();
        if (!signsIn) {
            fields.add(FormField.text(
                    "username",
                    "Username (optional)",
                    organiser == null
                            ? "What they type to sign in; leave it empty where they will not. Somebody who has an account"
                                    + " keeps it, and decides for this group too."
                            : "What they will type to sign in; leave it empty where they will not",
                    filled.text("username")));
        }
        fields.add(FormField.text("name", "Name", null, filled.text("name")));
        fields.add(FormField.text("mail", "Mail address", "Where offers are announced", filled.text("mail")));
        fields.add(FormField.text(
                "phone",
                "Phone number",
                "Where the link worker rings them: this or a mail address",
                filled.text("phone")));
        String back = home(group.id().value());
        if (organiser == null) {
            return FormPage.of("Add an organiser", group.name(), back, fields, "Add the organiser");
        }
        String here = back + "/organisers/" + organiser.id();
        FormPage page = FormPage.of(organiser.name().text(), group.name(), back, fields, "Save");
        return (signsIn ? page.linking("Make a new password", here + "/password") : page)
                .linking("Take away from this group", here + "/end");
    }

    private static FormPage passwordPage(UUID group, Organiser organiser) {
        return FormPage.of(
                        "Make a new password?", organiser.name().text(), home(group), List.of(), "Make a new password")
                .saying("Their present password stops working at once. The new one is shown once.")
                .ofConsequence();
    }

    private static FormPage endPage(Group group, Organiser organiser) {
        return FormPage.of(
                        "Take this organiser away?",
                        group.name(),
                        home(group.id().value()),
                        List.of(),
                        "Take away " + organiser.name().text())
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

    private Organiser find(UUID group, UUID organiser) {
        return organisers.of(group).stream()
                .filter(known -> known.id().equals(new OrganiserId(organiser)))
                .findFirst()
                .orElseThrow(OrganiserSetup::unknown);
    }

    private static AccountId accountOf(Organiser organiser) {
        return organiser.account().orElseThrow(OrganiserSetup::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such organiser");
    }
}
