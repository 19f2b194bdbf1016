package org.commonground.web.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Organisers;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.web.pages.FactsPage;
import org.commonground.web.pages.FactsPage.Fact;
import org.commonground.web.pages.FactsPage.Link;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where setting up begins: what there is, and what is still missing. */
@Controller
class SetupController {

    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Practices practices;
    private final Accounts accounts;
    private final Groups groups;
    private final Organisers organisers;

    SetupController(
            Neighbourhoods neighbourhoods,
            Teams teams,
            Practices practices,
            Accounts accounts,
            Groups groups,
            Organisers organisers) {
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.practices = practices;
        this.accounts = accounts;
        this.groups = groups;
        this.organisers = organisers;
    }

    @GetMapping("/setup")
    ModelAndView start() {
        List<Account> all = accounts.all();
        long staff = all.stream().filter(SetupController::isStaff).count();
        return new FactsPage("Set up", null, null)
                .section(
                        "What there is",
                        List.of(
                                fact("Neighbourhoods", neighbourhoods.all().size(), "/setup/neighbourhoods"),
                                fact("Teams", teams.all().size(), "/setup/teams"),
                                fact("Practices", practices.ever().size(), "/setup/practices"),
                                fact("Staff", staff, "/setup/staff"),
                                fact("Groups and organisers", groups.list().size(), "/setup/groups")),
                        "")
                .section(
                        "What is missing",
                        missing(all),
                        "Every post has somebody, every team a lead, every group two organisers.")
                .action("Set up from files", "/setup/upload")
                .show();
    }

    static boolean isStaff(Account account) {
        return account.roles().stream().anyMatch(Role.ofStaff()::contains);
    }

    private List<Fact> missing(List<Account> all) {
        Set<Post> held =
                all.stream().flatMap(account -> account.posts().stream()).collect(Collectors.toSet());
        String roles = neighbourhoods.all().stream()
                .flatMap(one -> Stream.of(Role.values())
                        .filter(Role::isPost)
                        .filter(role -> !held.contains(new Post(role, one.id())))
                        .map(role -> role.label() + " in " + one.name()))
                .collect(Collectors.joining(", "));
        String leads = teams.all().stream()
                .filter(team -> teams.leadOf(team.id()).isEmpty())
                .map(Team::name)
                .collect(Collectors.joining(", "));
        Map<UUID, Long> counted = organisers.counts();
        String lacking = groups.list().stream()
                .filter(group -> counted.getOrDefault(group.id().value(), 0L) < 2)
                .map(group -> group.name())
                .collect(Collectors.joining(", "));
        return Arrays.asList(
                        new Fact(
                                "Before all else",
                                neighbourhoods.all().isEmpty() ? "Add a neighbourhood" : "",
                                new Link("Add", "a neighbourhood", "/setup/neighbourhoods/new")),
                        new Fact("Nobody is", roles, null),
                        new Fact("Nobody leads", leads, null),
                        new Fact("Fewer than two organisers", lacking, null))
                .stream()
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static Fact fact(String name, long count, String href) {
        return new Fact(name, Long.toString(count), new Link("See", name.toLowerCase(), href));
    }
}
