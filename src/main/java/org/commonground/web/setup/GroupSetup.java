package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Organiser;
import org.commonground.account.Organisers;
import org.commonground.group.Closures;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.NewGroup;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.InWords;
import org.commonground.web.pages.Asked;
import org.commonground.web.pages.FactsPage;
import org.commonground.web.pages.FactsPage.Fact;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
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

/** Groups: listed, added, changed. Who decides for them has pages of its own: {@link OrganiserSetup}. */
@Controller
@RequestMapping("/setup/groups")
class GroupSetup {

    private static final String HOME = "/setup/groups";

    private final Groups groups;
    private final Closures closures;
    private final Organisers organisers;
    private final Accounts accounts;
    private final SetupChoices choices;
    private final InOneTransaction once;

    GroupSetup(
            Groups groups,
            Closures closures,
            Organisers organisers,
            Accounts accounts,
            SetupChoices choices,
            InOneTransaction once) {
        this.groups = groups;
        this.closures = closures;
        this.organisers = organisers;
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
        Paged<Group> found = asked.of(HOME, "Part of a name", groups::listed);
        Map<UUID, Long> counted = organisers.counts(
                found.rows().stream().map(group -> group.id().value()).toList());
        Map<NeighbourhoodId, String> places =
                choices.neighbourhoodNames(found.rows().stream().map(Group::home));
        return new ListPage(
                        "Groups",
                        "/setup",
                        "Each group has two organisers, so that one may be away.",
                        Link.to("Add a group", HOME + "/new"),
                        found.map(group -> row(
                                group, places, counted.getOrDefault(group.id().value(), 0L))),
                        "There is no group yet.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew() {
        return GroupForm.page(
                        "Add a group",
                        HOME,
                        onlyOne(choices.neighbourhoods()),
                        choices.neighbourhoods(),
                        "Add the group")
                .show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Filled filled = new Filled(sent);
        NewGroup wanted = GroupForm.read(filled);
        return FormPage.answer(
                filled,
                () -> {
                    GroupId id = once.call(() -> groups.create(wanted, actor));
                    next.addFlashAttribute("done", wanted.name() + " is added. Add its two organisers.");
                    return HOME + "/" + id;
                },
                () -> GroupForm.page(
                        "Add a group", HOME, GroupForm.cells(filled), choices.neighbourhoods(), "Add the group"));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        Group group = find(id);
        String here = HOME + "/" + id;
        List<Fact> people = organisers.of(id).stream()
                .map(organiser -> new Fact(
                        organiser.name().text(),
                        reached(organiser),
                        new Link("Change", organiser.name().text(), here + "/organisers/" + organiser.id())))
                .toList();
        FactsPage page = new FactsPage(group.name(), "Group", HOME)
                .section("Organisers", people, "Nobody decides for this group yet.")
                .section(
                        "The group",
                        List.of(
                                new Fact("Neighbourhood", neighbourhoods(group), null),
                                new Fact("Does", group.does(), null),
                                new Fact("Tier", group.tier().label(), null),
                                new Fact("Meets", group.sessionsInWords(), null),
                                new Fact(
                                        "Places",
                                        Integer.toString(group.capacity().places()),
                                        null),
                                new Fact("Where", group.venue().address(), null)),
                        "")
                .action("Add an organiser", here + "/organisers/new")
                .action("Change what is known about the group", here + "/facts");
        closures.of(group.id())
                .ifPresentOrElse(
                        closure -> page.notice("This group is " + closure.kind().label() + " from "
                                        + InWords.date(closure.from()) + ": "
                                        + closure.reason().label() + ".")
                                .action("Open the group again", here + "/reopening"),
                        () -> page.action("Close or suspend the group", here + "/closing"));
        if (people.size() < 2 && closures.of(group.id()).isEmpty()) {
            page.notice("A group needs two organisers, so that one may be away.");
        }
        return page.show();
    }

    @GetMapping("/{id}/facts")
    ModelAndView ask(@PathVariable UUID id) {
        Group group = find(id);
        return GroupForm.page(
                        group.name(),
                        HOME + "/" + id,
                        GroupFacts.written(NewGroup.of(group))::get,
                        choices.neighbourhoods(),
                        "Save")
                .show();
    }

    @PostMapping("/{id}/facts")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Group group = find(id);
        Filled filled = new Filled(sent);
        NewGroup wanted = GroupForm.read(filled);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> groups.change(group.id(), wanted, actor));
                    next.addFlashAttribute("done", wanted.name() + " is kept");
                    return HOME + "/" + id;
                },
                () -> GroupForm.page(
                        group.name(), HOME + "/" + id, GroupForm.cells(filled), choices.neighbourhoods(), "Save"));
    }

    /** Where there is but one neighbourhood there is nothing to choose. */
    private static Function<String, String> onlyOne(List<Option> neighbourhoods) {
        return cell -> cell.equals("neighbourhood") && neighbourhoods.size() == 1
                ? neighbourhoods.get(0).value()
                : null;
    }

    private static ListPage.Row row(Group group, Map<NeighbourhoodId, String> places, long people) {
        List<String> facts = new ArrayList<>(
                List.of(places.get(group.home()), group.tier().label() + ", " + group.sessionsInWords()));
        facts.add(people == 1 ? "1 organiser" : people + " organisers");
        return new ListPage.Row(
                group.name(), HOME + "/" + group.id(), facts, people < 2 ? "Needs two organisers" : null);
    }

    private String neighbourhoods(Group group) {
        Map<NeighbourhoodId, String> names =
                choices.neighbourhoodNames(Stream.concat(Stream.of(group.home()), group.alsoFor().stream()));
        String others = group.alsoFor().stream().map(names::get).sorted().collect(Collectors.joining(", "));
        return names.get(group.home()) + (others.isEmpty() ? "" : "; also for people from " + others);
    }

    private Group find(UUID id) {
        return groups.get(new GroupId(id));
    }

    private String reached(Organiser organiser) {
        return Stream.of(
                        organiser
                                .account()
                                .flatMap(accounts::find)
                                .map(account -> "signs in as " + account.username())
                                .orElse("does not sign in"),
                        organiser.mail() == null ? null : organiser.mail().text(),
                        organiser.phone() == null ? null : organiser.phone().text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
