package org.commonground.web.setup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.neighbourhood.KeepPracticeStaff;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeStaff;
import org.commonground.neighbourhood.Practices;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.pages.FactsPage;
import org.commonground.web.pages.FactsPage.Fact;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormPage;
import org.commonground.web.pages.ListPage;
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

/** The people of a practice without a system: listed, added with a password that is seen once. */
@Controller
@RequestMapping("/setup/practices/{practice}/people")
class PracticePeopleSetup {

    private final Practices practices;
    private final PracticeStaff people;
    private final InOneTransaction once;

    PracticePeopleSetup(Practices practices, PracticeStaff people, InOneTransaction once) {
        this.practices = practices;
        this.people = people;
        this.once = once;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID practice) {
        Practice found = find(practice);
        return new ListPage(
                        "People of " + found.name(),
                        "/setup/practices/" + found.id(),
                        "They refer on a page and see where their practice’s referrals stand. Who sends referrals by a"
                                + " system needs none.",
                        Link.to("Add somebody", home(found) + "/new"),
                        people.of(found.id()).stream()
                                .map(account -> new ListPage.Row(
                                        account.displayName().text(),
                                        home(found) + "/" + account.id(),
                                        List.of(account.username()),
                                        null))
                                .toList(),
                        "There is nobody yet.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew(@PathVariable UUID practice) {
        return page(find(practice), Filled.nothing()).show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @PathVariable UUID practice,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Practice found = find(practice);
        Filled filled = new Filled(sent);
        KeepPracticeStaff command = filled.read(KeepPracticeStaff.class, Map.of("practice", found.id()));
        return FormPage.answer(
                filled,
                () -> {
                    StaffSetup.showOnce(once.call(() -> people.open(command, actor)), next);
                    return home(found);
                },
                () -> page(found, filled));
    }

    @GetMapping("/{account}")
    ModelAndView one(@PathVariable UUID practice, @PathVariable UUID account) {
        Practice found = find(practice);
        Account known = people.of(found.id()).stream()
                .filter(one -> one.id().value().equals(account))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such account"));
        return new FactsPage(known.displayName().text(), found.name(), home(found))
                .section(
                        "Account",
                        List.of(
                                new Fact("Username", known.username(), null),
                                new Fact(
                                        "Mail address",
                                        known.mail() == null
                                                ? "None"
                                                : known.mail().text(),
                                        null)),
                        "")
                .action("Make a new password", "/setup/staff/" + known.id() + "/password")
                .action("End their account", "/setup/staff/" + known.id() + "/end")
                .show();
    }

    private static FormPage page(Practice practice, Filled filled) {
        return FormPage.of(
                "Add somebody",
                practice.name(),
                home(practice),
                List.of(
                        FormField.text(
                                "username",
                                "Username",
                                "What they type to sign in; it stays the same",
                                filled.text("username")),
                        FormField.text("name", "Name", null, filled.text("name")),
                        FormField.text("mail", "Mail address", "It may be left empty", filled.text("mail"))),
                "Add them and make a password");
    }

    private static String home(Practice practice) {
        return "/setup/practices/" + practice.id() + "/people";
    }

    private Practice find(UUID practice) {
        return practices
                .find(new PracticeId(practice))
                .orElseThrow(() -> Refusal.notFound("There is no such practice"));
    }
}
