package org.commonground.web.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.referral.NoSuchPage;
import org.commonground.workflow.tasks.HandOver;
import org.commonground.workflow.tasks.HandOverTasks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of whoever leads a team: who has what, and handing over one task or many. */
@Controller
class TeamController {

    /** Chosen instead of a person: everybody of the team may claim it. */
    private static final String THE_TEAM = "team";

    private static final String TASK = "task";

    private final Teams teams;
    private final Accounts accounts;
    private final HandOver handOver;
    private final TeamPages pages;

    TeamController(Teams teams, Accounts accounts, HandOver handOver, TeamPages pages) {
        this.teams = teams;
        this.accounts = accounts;
        this.handOver = handOver;
        this.pages = pages;
    }

    @GetMapping("/team")
    ModelAndView show(
            @RequestParam(name = "team", required = false) UUID wanted, @AuthenticationPrincipal Actor.SignedIn actor) {
        return page(led(wanted, actor), actor, Filled.nothing());
    }

    @PostMapping("/team")
    ModelAndView handOver(
            @RequestParam(name = "team") UUID wanted,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Team team = led(wanted, actor);
        Filled filled = new Filled(sent, Map.of("tasks", TASK));
        boolean toTheTeam = THE_TEAM.equals(filled.text("to"));
        HandOverTasks command = toTheTeam
                ? filled.read(HandOverTasks.class, Map.of("team", team.id()), "to")
                : filled.read(HandOverTasks.class, Map.of("team", team.id()));
        if (!toTheTeam && command.to() == null) {
            filled.problem("to", "Choose who is to have the tasks");
        }
        return filled.done(() -> handOver.handOver(command, actor))
                .map(result -> {
                    next.addFlashAttribute("done", words(result, Optional.ofNullable(command.to())));
                    return new ModelAndView("redirect:/team?team=" + team.id());
                })
                .orElseGet(() -> page(team, actor, filled));
    }

    private ModelAndView page(Team team, Actor.SignedIn actor, Filled filled) {
        TeamPages.View view = pages.of(team, actor);
        List<Option> people = new ArrayList<>();
        people.add(new Option(THE_TEAM, "Back to the team: whoever claims them"));
        people.addAll(view.people());
        FormField to = FormField.select(
                "to",
                "Hand the chosen tasks to",
                "Whoever has them now can answer them no more. Nobody is listed who is away today.",
                people,
                filled.text("to"));
        // they stand under whoever has them, so that no list of them is one question
        FormField tasks = FormField.several(TASK, "Which tasks?", null, List.of(), List.of());
        ModelAndView page = new ModelAndView("team/team");
        page.addObject("view", view);
        page.addObject("teams", teams.ledBy(actor));
        page.addObject("chosen", filled.all(TASK));
        page.addObject("to", to);
        page.addObject("wrong", filled.shown(tasks, to));
        page.setStatus(filled.status());
        return page;
    }

    /** The team they asked for, or the first they lead; whoever leads none finds no such page. */
    private Team led(UUID wanted, Actor.SignedIn actor) {
        return teams.ledBy(actor).stream()
                .filter(team -> wanted == null || team.id().value().equals(wanted))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
    }

    private String words(HandOver.Result result, Optional<AccountId> person) {
        String who = person.flatMap(accounts::find)
                .map(account -> account.displayName().text())
                .map(name -> " handed over to " + name)
                .orElse(" given back to the team");
        String gone = result.gone() == 0 ? "" : "; " + count(result.gone()) + " answered meanwhile";
        return count(result.handedOver()) + who + gone;
    }

    private static String count(int tasks) {
        return tasks == 1 ? "1 task" : tasks + " tasks";
    }
}
