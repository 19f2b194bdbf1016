package org.commonground.web.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.workflow.tasks.HandOver;
import org.commonground.workflow.tasks.HandOverTasks;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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
        return page(led(wanted, actor), actor, List.of(), null, Map.of());
    }

    @PostMapping("/team")
    ModelAndView handOver(
            @RequestParam(name = "team") UUID wanted,
            @RequestParam(name = "task", required = false) List<String> tasks,
            @RequestParam(required = false) String to,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Team team = led(wanted, actor);
        List<String> chosen = tasks == null ? List.of() : tasks;
        if (to == null || to.isBlank()) {
            // no task at all is told at the same time
            Map<String, String> wrong =
                    new LinkedHashMap<>(Commands.problems(new HandOverTasks(team.id(), chosen, null)));
            wrong.put("to", "Choose who is to have the tasks");
            return page(team, actor, chosen, to, wrong);
        }
        try {
            Optional<AccountId> person = person(to);
            HandOver.Result result =
                    handOver.handOver(new HandOverTasks(team.id(), chosen, person.orElse(null)), actor);
            next.addFlashAttribute("done", words(result, person));
            return new ModelAndView("redirect:/team?team=" + team.id());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            return page(team, actor, chosen, to, refusal.fields());
        }
    }

    private ModelAndView page(
            Team team, Actor.SignedIn actor, List<String> chosen, String to, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("team/team");
        page.addObject("view", pages.of(team, actor));
        page.addObject("teams", teams.ledBy(actor));
        page.addObject("chosen", chosen);
        page.addObject("to", to);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }

    /** The team they asked for, or the first they lead; whoever leads none finds no such page. */
    private Team led(UUID wanted, Actor.SignedIn actor) {
        return teams.ledBy(actor).stream()
                .filter(team -> wanted == null || team.id().value().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such page"));
    }

    private static Optional<AccountId> person(String to) {
        try {
            return to.equals(THE_TEAM) ? Optional.empty() : Optional.of(AccountId.of(to));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("to", "Choose who is to have the tasks");
        }
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
