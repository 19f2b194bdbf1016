package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Accounts;
import org.commonground.account.Organisers;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Neighbourhood;
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

    /** How many of what is missing are named: whoever has put those right sees the next. */
    private static final int NAMED = 25;

    /** Groups that are looked at together. */
    private static final int AT_ONCE = 1_000;

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
        return new FactsPage("Set up", null, null)
                .section(
                        "What there is",
                        List.of(
                                fact("Neighbourhoods", neighbourhoods.count(), "/setup/neighbourhoods"),
                                fact("Teams", teams.count(), "/setup/teams"),
                                fact("Practices", practices.count(), "/setup/practices"),
                                fact("Staff", accounts.countStaff(), "/setup/staff"),
                                fact("Groups", groups.count(), "/setup/groups"),
                                fact("Organisers", organisers.count(), "/setup/organisers")),
                        "")
                .section(
                        "What is missing",
                        missing(),
                        "Every post has somebody, every team a lead, every group two organisers.")
                .action("Set up from files", "/setup/upload")
                .show();
    }

    private List<Fact> missing() {
        List<Neighbourhood> all = neighbourhoods.all();
        return Stream.of(
                        new Fact(
                                "Before all else",
                                all.isEmpty() ? "Add a neighbourhood" : "",
                                new Link("Add", "a neighbourhood", "/setup/neighbourhoods/new")),
                        new Fact("Nobody is", some(deserted(all)), null),
                        new Fact(
                                "Nobody leads",
                                some(teams.withoutLead().stream()
                                        .map(Team::name)
                                        .toList()),
                                null),
                        new Fact("Fewer than two organisers", some(lacking()), null))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private List<String> deserted(List<Neighbourhood> all) {
        Set<Post> held = accounts.postsHeld();
        return all.stream()
                .flatMap(one -> Stream.of(Role.values())
                        .filter(Role::isPost)
                        .filter(role -> !held.contains(new Post(role, one.id())))
                        .map(role -> role.label() + " in " + one.name()))
                .toList();
    }

    /** Reads on only until there are more than the page names. */
    private List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        Map<UUID, String> names;
        int read = 0;
        do {
            names = groups.names(AT_ONCE, read);
            read += names.size();
            Map<UUID, Long> counted = organisers.counts(names.keySet());
            names.forEach((group, name) -> {
                if (counted.getOrDefault(group, 0L) < 2) {
                    lacking.add(name);
                }
            });
        } while (names.size() == AT_ONCE && lacking.size() <= NAMED);
        return lacking;
    }

    private static String some(List<String> all) {
        return all.stream().limit(NAMED).collect(Collectors.joining(", ")) + (all.size() > NAMED ? ", and others" : "");
    }

    private static Fact fact(String name, long count, String href) {
        return new Fact(name, "%,d".formatted(count), new Link("See", name.toLowerCase(), href));
    }
}
