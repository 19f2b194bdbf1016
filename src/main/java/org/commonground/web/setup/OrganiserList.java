package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Organiser;
import org.commonground.account.Organisers;
import org.commonground.group.Groups;
import org.commonground.web.pages.Asked;
import org.commonground.web.pages.ListPage;
import org.commonground.web.pages.Paged;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody who decides for a group, found by username or name; they are added and changed on their group's page. */
@Controller
@RequestMapping(OrganiserList.HOME)
class OrganiserList {

    static final String HOME = "/setup/organisers";

    private final Organisers organisers;
    private final Accounts accounts;
    private final Groups groups;

    OrganiserList(Organisers organisers, Accounts accounts, Groups groups) {
        this.organisers = organisers;
        this.accounts = accounts;
        this.groups = groups;
    }

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> sent) {
        return list(Asked.page(sent));
    }

    @PostMapping
    ModelAndView find(@RequestParam MultiValueMap<String, String> sent) {
        return list(Asked.search(sent));
    }

    private ModelAndView list(Asked asked) {
        Paged<Organiser> found = asked.of(HOME, "Part of a username, or whole words of a name", organisers::listed);
        Map<AccountId, String> usernames = accounts.usernames(
                found.rows().stream().flatMap(one -> one.account().stream()).collect(Collectors.toSet()));
        Map<UUID, String> names = groups.namesOf(
                found.rows().stream().flatMap(one -> one.groups().stream()).collect(Collectors.toSet()));
        return new ListPage(
                        "Organisers",
                        "/setup",
                        "By username, and then those who never sign in. They are added on their group’s page.",
                        null,
                        found.map(one -> row(one, usernames, names)),
                        "There is nobody yet.")
                .show();
    }

    private static ListPage.Row row(Organiser organiser, Map<AccountId, String> usernames, Map<UUID, String> names) {
        List<String> facts = new ArrayList<>();
        organiser.account().map(usernames::get).ifPresentOrElse(facts::add, () -> facts.add("Never signs in"));
        facts.add("Decides for "
                + organiser.groups().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        return new ListPage.Row(
                organiser.name().text(),
                "/setup/groups/"
                        + organiser.groups().stream().sorted().findFirst().orElseThrow() + "/organisers/"
                        + organiser.id(),
                facts,
                null);
    }
}
