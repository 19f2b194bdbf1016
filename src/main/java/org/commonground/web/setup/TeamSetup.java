package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.KeepTeam;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.web.pages.Asked;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.commonground.web.pages.ListPage;
import org.commonground.web.pages.Paged;
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

/** Teams: listed, added, changed, ended. */
@Controller
@RequestMapping("/setup/teams")
class TeamSetup {

    private static final String HOME = "/setup/teams";
    private static final Map<String, String> NAMES = Map.of("deputyAnother", "deputy");

    private final Teams teams;
    private final Accounts accounts;
    private final SetupChoices choices;
    private final InOneTransaction once;

    TeamSetup(Teams teams, Accounts accounts, SetupChoices choices, InOneTransaction once) {
        this.teams = teams;
        this.accounts = accounts;
        this.choices = choices;
        this.once = once;
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
        Paged<Team> found = asked.of(HOME, "Part of a name", teams::listed);
        Map<AccountId, String> names = accounts
                .all(found.rows().stream()
                        .flatMap(team -> Stream.of(team.lead(), team.deputy()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .filter(Account::active)
                .collect(Collectors.toMap(Account::id, one -> one.displayName().text()));
        Map<TeamId, Long> members =
                accounts.countIn(found.rows().stream().map(Team::id).toList());
        Map<NeighbourhoodId, String> places =
                choices.neighbourhoodNames(found.rows().stream().map(Team::neighbourhood));
        return new ListPage(
                        "Teams",
                        "/setup",
                        "The link workers of a team share a list of tasks. Each team has a lead and a deputy.",
                        Link.to("Add a team", HOME + "/new"),
                        found.map(team -> row(team, names, places, members.getOrDefault(team.id(), 0L))),
                        "There is no team yet. Add one before practices and staff.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew() {
        List<Option> all = choices.neighbourhoods();
        // where there is but one there is nothing to choose
        return newPage(all.size() == 1 ? Filled.with("neighbourhood", all.get(0).value()) : Filled.nothing())
                .show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Filled filled = new Filled(sent);
        return FormPage.answer(
                filled,
                () -> {
                    Team team = once.call(() -> teams.create(neighbourhood(filled), filled.text("name"), actor));
                    next.addFlashAttribute("done", team.name() + " is added. Add its people, then name its lead.");
                    return HOME;
                },
                () -> newPage(filled));
    }

    @GetMapping("/{id}")
    ModelAndView ask(@PathVariable UUID id) {
        Team team = find(id);
        return page(team, Filled.with("name", team.name(), "lead", text(team.lead()), "deputy", text(team.deputy())))
                .show();
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Team team = find(id);
        Filled filled = new Filled(sent, NAMES);
        KeepTeam command = filled.read(KeepTeam.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> teams.change(team.id(), command, actor));
                    next.addFlashAttribute("done", command.name() + " is kept");
                    return HOME;
                },
                () -> page(team, filled));
    }

    @GetMapping("/{id}/end")
    ModelAndView askEnd(@PathVariable UUID id) {
        return endPage(find(id)).show();
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id, @AuthenticationPrincipal Actor.SignedIn actor, RedirectAttributes next) {
        Team team = find(id);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    once.run(() -> teams.end(team.id(), actor));
                    next.addFlashAttribute("done", team.name() + " has ended");
                    return HOME;
                },
                () -> endPage(team));
    }

    /** Null where none is chosen, or none that there is: the service says so. */
    private NeighbourhoodId neighbourhood(Filled filled) {
        return choices.neighbourhoods().stream()
                .map(Option::value)
                .filter(one -> one.equals(filled.text("neighbourhood")))
                .map(NeighbourhoodId::of)
                .findFirst()
                .orElse(null);
    }

    private static ListPage.Row row(
            Team team, Map<AccountId, String> names, Map<NeighbourhoodId, String> places, long people) {
        List<String> facts = new ArrayList<>();
        facts.add(places.get(team.neighbourhood()));
        facts.add(team.lead() == null ? "No lead yet" : "Lead: " + names.getOrDefault(team.lead(), "nobody"));
        facts.add(team.deputy() == null ? "No deputy yet" : "Deputy: " + names.getOrDefault(team.deputy(), "nobody"));
        facts.add(people == 1 ? "1 person" : people + " people");
        return new ListPage.Row(team.name(), HOME + "/" + team.id(), facts, null);
    }

    private FormPage newPage(Filled filled) {
        return FormPage.of(
                "Add a team",
                null,
                HOME,
                List.of(
                        FormField.text("name", "Name", null, filled.text("name")),
                        FormField.select(
                                "neighbourhood",
                                "Neighbourhood",
                                "Where it works; it stays there",
                                choices.neighbourhoods(),
                                filled.text("neighbourhood"))),
                "Add the team");
    }

    private FormPage page(Team team, Filled filled) {
        var people = choices.peopleOf(team.id());
        return FormPage.of(
                        team.name(),
                        "Team",
                        HOME,
                        List.of(
                                FormField.text("name", "Name", null, filled.text("name")),
                                FormField.select(
                                        "lead",
                                        "Lead",
                                        "Hears what is left undone, and hands tasks over. One of the team’s own people.",
                                        people,
                                        filled.text("lead")),
                                FormField.select(
                                        "deputy",
                                        "Deputy",
                                        "Leads when the lead is away and nobody stands in, or gone.",
                                        people,
                                        filled.text("deputy"))),
                        "Save")
                .linking("End this team", HOME + "/" + team.id() + "/end");
    }

    private static FormPage endPage(Team team) {
        return FormPage.of("End this team?", team.name(), HOME + "/" + team.id(), List.of(), "End the team")
                .saying(
                        "A team ends when no practice refers to it, nobody belongs to it and none of its referrals is open.")
                .ofConsequence();
    }

    private static String text(AccountId id) {
        return id == null ? null : id.toString();
    }

    private Team find(UUID id) {
        return teams.find(new TeamId(id))
                .filter(Team::active)
                .orElseThrow(() -> Refusal.notFound("There is no such team"));
    }
}
