package org.commonground.web.setup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.KeepNeighbourhood;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.web.pages.Asked;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
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

/** Neighbourhoods: listed, added, changed. */
@Controller
@RequestMapping("/setup/neighbourhoods")
class NeighbourhoodSetup {

    private static final String HOME = "/setup/neighbourhoods";

    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final InOneTransaction once;

    NeighbourhoodSetup(Neighbourhoods neighbourhoods, Teams teams, InOneTransaction once) {
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
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
        Paged<Neighbourhood> found = asked.of(HOME, "Part of a name", neighbourhoods::listed);
        Map<NeighbourhoodId, Long> teamsOf =
                teams.countIn(found.rows().stream().map(Neighbourhood::id).toList());
        return new ListPage(
                        "Neighbourhoods",
                        "/setup",
                        "A neighbourhood is the unit of a service. Its teams, practices and groups belong together, and"
                                + " see nothing of another’s people.",
                        Link.to("Add a neighbourhood", HOME + "/new"),
                        found.map(one -> row(one, teamsOf.getOrDefault(one.id(), 0L))),
                        "There is no neighbourhood yet. Add one before teams and groups.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew() {
        return page("Add a neighbourhood", null, Filled.nothing(), "Add the neighbourhood")
                .show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Filled filled = new Filled(sent);
        KeepNeighbourhood command = filled.read(KeepNeighbourhood.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.call(() -> neighbourhoods.create(command, actor));
                    next.addFlashAttribute("done", command.name() + " is added. Add its teams next.");
                    return HOME;
                },
                () -> page("Add a neighbourhood", null, filled, "Add the neighbourhood"));
    }

    @GetMapping("/{id}")
    ModelAndView ask(@PathVariable UUID id) {
        Neighbourhood kept = find(id);
        Filled facts = Filled.with(
                "name", kept.name(),
                "phone", kept.phone().text(),
                "hours", kept.hours(),
                "replyTo", kept.replyTo() == null ? null : kept.replyTo().text());
        return page(kept, facts).show();
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Neighbourhood kept = find(id);
        Filled filled = new Filled(sent);
        KeepNeighbourhood command = filled.read(KeepNeighbourhood.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> neighbourhoods.change(kept.id(), command, actor));
                    next.addFlashAttribute("done", command.name() + " is kept");
                    return HOME;
                },
                () -> page(kept, filled));
    }

    private static ListPage.Row row(Neighbourhood one, long teams) {
        return new ListPage.Row(
                one.name(),
                HOME + "/" + one.id(),
                List.of(one.phone().text() + ", " + one.hours(), teams == 1 ? "1 team" : teams + " teams"),
                teams == 0 ? "Has no team" : null);
    }

    private static FormPage page(Neighbourhood kept, Filled filled) {
        return page(kept.name(), "Neighbourhood", filled, "Save")
                .linking("Numbers: attempts, due times, notices", HOME + "/" + kept.id() + "/numbers");
    }

    private static FormPage page(String title, String caption, Filled filled, String button) {
        return FormPage.of(
                title,
                caption,
                HOME,
                List.of(
                        FormField.text("name", "Name", "As people there know it", filled.text("name")),
                        FormField.text(
                                "phone",
                                "The service’s phone there",
                                "The number people can ring to reach the link workers",
                                filled.text("phone")),
                        FormField.text(
                                "hours",
                                "When it is answered",
                                "In words, such as Monday to Friday, 9am to 5pm",
                                filled.text("hours")),
                        FormField.text(
                                "replyTo",
                                "Mail address for replies",
                                "Where answers to the service’s mails are read; empty where nobody reads any",
                                filled.text("replyTo"))),
                button);
    }

    private Neighbourhood find(UUID id) {
        return neighbourhoods.get(new NeighbourhoodId(id));
    }
}
