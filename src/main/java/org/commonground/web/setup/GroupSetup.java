package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.KeepOrganiser;
import org.commonground.account.Organisers;
import org.commonground.account.Passwords;
import org.commonground.group.Audience;
import org.commonground.group.Closures;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.GroupKind;
import org.commonground.group.Groups;
import org.commonground.group.Need;
import org.commonground.group.NewGroup;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.web.pages.FactsPage;
import org.commonground.web.pages.FactsPage.Fact;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
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

/** Groups and who decides for them: listed, added, changed; organisers added, changed, given a password, taken away. */
@Controller
@RequestMapping("/setup/groups")
class GroupSetup {

    private static final String HOME = "/setup/groups";

    private final Groups groups;
    private final Closures closures;
    private final Organisers organisers;
    private final Accounts accounts;
    private final Passwords passwords;
    private final InOneTransaction once;

    GroupSetup(
            Groups groups,
            Closures closures,
            Organisers organisers,
            Accounts accounts,
            Passwords passwords,
            InOneTransaction once) {
        this.groups = groups;
        this.closures = closures;
        this.organisers = organisers;
        this.accounts = accounts;
        this.passwords = passwords;
        this.once = once;
    }

    @GetMapping
    ModelAndView list() {
        return new ListPage(
                        "Groups",
                        "/setup",
                        "Each group has two organisers, so that one may be away.",
                        Link.to("Add a group", HOME + "/new"),
                        groups.list().stream().map(this::row).toList(),
                        "There is no group yet.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew() {
        return page("Add a group", HOME, cell -> null, "Add the group").show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Filled filled = new Filled(sent);
        GroupFacts.Read read = read(filled);
        return FormPage.answer(
                filled,
                Map.of(),
                () -> {
                    GroupId id = once.call(() -> groups.create(read.group(), actor));
                    next.addFlashAttribute("done", read.group().name() + " is added. Add its two organisers.");
                    return HOME + "/" + id;
                },
                page("Add a group", HOME, cell(filled), "Add the group")::show);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        Group group = find(id);
        String here = HOME + "/" + id;
        List<Fact> people = accounts.organisersOf(id).stream()
                .map(account -> new Fact(
                        account.displayName().text(),
                        account.username()
                                + (account.mail() == null
                                        ? ""
                                        : ", " + account.mail().text()),
                        new Link("Change", account.displayName().text(), here + "/organisers/" + account.id())))
                .toList();
        FactsPage page = new FactsPage(group.name(), "Group", HOME)
                .section("Organisers", people, "Nobody decides for this group yet.")
                .section(
                        "The group",
                        List.of(
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
        return page(group.name(), HOME + "/" + id, GroupFacts.written(NewGroup.of(group))::get, "Save")
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
        GroupFacts.Read read = read(filled);
        return FormPage.answer(
                filled,
                Map.of(),
                () -> {
                    once.run(() -> groups.change(group.id(), read.group(), actor));
                    next.addFlashAttribute("done", read.group().name() + " is kept");
                    return HOME + "/" + id;
                },
                page(group.name(), HOME + "/" + id, cell(filled), "Save")::show);
    }

    @GetMapping("/{id}/organisers/new")
    ModelAndView askOrganiser(@PathVariable UUID id) {
        return organiserPage(find(id), null, new KeepOrganiser(null, null, null))
                .show();
    }

    /** Somebody who has an account already, by username, decides for this group too; else an account is made. */
    @PostMapping("/{id}/organisers/new")
    ModelAndView addOrganiser(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Group group = find(id);
        Filled filled = new Filled(sent);
        KeepOrganiser command = organiser(filled, filled.text("username"));
        return FormPage.answer(
                filled,
                Map.of(),
                () -> {
                    var known = accounts.byUsername(command.username()).filter(Account::active);
                    if (known.isPresent()) {
                        once.run(() -> organisers.join(id, known.get().id(), actor));
                        next.addFlashAttribute(
                                "done", known.get().displayName().text() + " decides for this group too");
                    } else {
                        StaffSetup.showOnce(once.call(() -> organisers.open(id, command, actor)), next);
                    }
                    return HOME + "/" + id;
                },
                organiserPage(group, null, command)::show);
    }

    @GetMapping("/{id}/organisers/{account}")
    ModelAndView askChange(@PathVariable UUID id, @PathVariable UUID account) {
        Account organiser = find(id, account);
        return organiserPage(
                        find(id),
                        organiser,
                        new KeepOrganiser(organiser.username(), organiser.displayName(), organiser.mail()))
                .show();
    }

    @PostMapping("/{id}/organisers/{account}")
    ModelAndView changeOrganiser(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account organiser = find(id, account);
        Filled filled = new Filled(sent);
        KeepOrganiser command = organiser(filled, organiser.username());
        return FormPage.answer(
                filled,
                Map.of(),
                () -> {
                    once.run(() -> organisers.change(organiser.id(), command, actor));
                    next.addFlashAttribute("done", command.name().text() + " is kept");
                    return HOME + "/" + id;
                },
                organiserPage(find(id), organiser, command)::show);
    }

    @GetMapping("/{id}/organisers/{account}/password")
    ModelAndView askPassword(@PathVariable UUID id, @PathVariable UUID account) {
        return passwordPage(id, find(id, account)).show();
    }

    @PostMapping("/{id}/organisers/{account}/password")
    ModelAndView resetPassword(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account organiser = find(id, account);
        StaffSetup.showOnce(once.call(() -> passwords.reset(organiser.id(), actor)), next);
        return new ModelAndView("redirect:" + HOME + "/" + id);
    }

    @GetMapping("/{id}/organisers/{account}/end")
    ModelAndView askEnd(@PathVariable UUID id, @PathVariable UUID account) {
        return endPage(find(id), find(id, account)).show();
    }

    @PostMapping("/{id}/organisers/{account}/end")
    ModelAndView end(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account organiser = find(id, account);
        return FormPage.answer(
                Filled.nothing(),
                Map.of(),
                () -> {
                    once.run(() -> organisers.leave(id, organiser.id(), actor));
                    next.addFlashAttribute(
                            "done", organiser.displayName().text() + " does not decide for this group any more");
                    return HOME + "/" + id;
                },
                endPage(find(id), organiser)::show);
    }

    private ListPage.Row row(Group group) {
        int people = accounts.organisersOf(group.id().value()).size();
        List<String> facts = new ArrayList<>(List.of(group.tier().label() + ", " + group.sessionsInWords()));
        facts.add(people == 1 ? "1 organiser" : people + " organisers");
        return new ListPage.Row(
                group.name(), HOME + "/" + group.id(), facts, people < 2 ? "Needs two organisers" : null);
    }

    private static GroupFacts.Read read(Filled filled) {
        GroupFacts.Read read = GroupFacts.read(cell(filled));
        read.problems().forEach(filled::problem);
        return read;
    }

    /** What is ticked in several boxes is one cell. */
    private static Function<String, String> cell(Filled filled) {
        return name -> String.join(";", filled.all(name));
    }

    private static FormPage page(String title, String back, Function<String, String> cells, String button) {
        return FormPage.of(
                title,
                "Group",
                back,
                List.of(
                        FormField.text("name", "Name", null, cells.apply("name")),
                        FormField.longText(
                                "does", "What the group does", "In words anybody may read", cells.apply("does")),
                        FormField.radios(
                                "kind",
                                "How it is run",
                                null,
                                options(GroupKind.values(), GroupKind::word, GroupKind::label),
                                cells.apply("kind")),
                        FormField.radios(
                                "tier",
                                "Tier",
                                "What its proof of safety allows",
                                options(Tier.values(), Tier::word, Tier::label),
                                cells.apply("tier")),
                        FormField.several(
                                "needs",
                                "Needs it meets",
                                null,
                                options(Need.values(), Need::word, Need::label),
                                parts(cells, "needs")),
                        FormField.several(
                                "support",
                                "Support it offers",
                                null,
                                options(Support.values(), Support::word, Support::label),
                                parts(cells, "support")),
                        FormField.radios(
                                "audience",
                                "Open to",
                                null,
                                options(Audience.values(), Audience::word, Audience::label),
                                cells.apply("audience")),
                        FormField.text("youngest_age", "Youngest age", "Empty for any", cells.apply("youngest_age")),
                        FormField.text("oldest_age", "Oldest age", "Empty for any", cells.apply("oldest_age")),
                        FormField.several(
                                "only_with_need",
                                "Only for people with one of these needs",
                                "None for everybody",
                                options(Need.values(), Need::word, Need::label),
                                parts(cells, "only_with_need")),
                        FormField.text(
                                "languages",
                                "Languages",
                                "In English words; several with semicolons: English; Somali",
                                cells.apply("languages")),
                        FormField.text(
                                "sessions",
                                "When it meets each week",
                                "Several with semicolons: Tuesday 14:00 to 16:00; Friday 9:30 to 11:00",
                                cells.apply("sessions")),
                        FormField.text(
                                "weeks",
                                "Weeks a course lasts",
                                "Empty where people stay until they leave",
                                cells.apply("weeks")),
                        FormField.text(
                                "cost", "What it costs", "In words; empty where it is free", cells.apply("cost")),
                        FormField.text(
                                "price_pence",
                                "Highest price of one session, in pence",
                                "Empty where it is free or differs",
                                cells.apply("price_pence")),
                        FormField.text("places", "Places in all", null, cells.apply("places")),
                        FormField.text(
                                "new_people_a_month",
                                "Most new people in a month",
                                null,
                                cells.apply("new_people_a_month")),
                        FormField.text(
                                "open_offers",
                                "Most offers that wait for an answer at once",
                                null,
                                cells.apply("open_offers")),
                        FormField.text(
                                "address", "Address", "As a person needs it to find the door", cells.apply("address")),
                        FormField.radios(
                                "address_is_public",
                                "May anybody know the address?",
                                null,
                                YES_NO,
                                cells.apply("address_is_public")),
                        FormField.text(
                                "district", "First part of its postcode", "Such as BS5", cells.apply("district")),
                        FormField.text(
                                "nearby",
                                "From where people come easily",
                                "First parts of postcodes, with semicolons: BS2; BS4",
                                cells.apply("nearby")),
                        FormField.text("travel", "How to get there", "Bus, parking, steps", cells.apply("travel")),
                        FormField.text(
                                "meets_people",
                                "Who meets people at the first session",
                                null,
                                cells.apply("meets_people")),
                        FormField.text("phone", "The group’s number", "For the link worker", cells.apply("phone")),
                        FormField.radios(
                                "from_home",
                                "Can people take part by phone or online?",
                                null,
                                YES_NO,
                                cells.apply("from_home")),
                        FormField.radios(
                                "waiting_list",
                                "May people wait while it is full?",
                                null,
                                YES_NO,
                                cells.apply("waiting_list"))),
                button);
    }

    private static final List<Option> YES_NO = List.of(new Option("yes", "Yes"), new Option("no", "No"));

    private static FormPage organiserPage(Group group, Account organiser, KeepOrganiser facts) {
        List<FormField> fields = new ArrayList<>();
        if (organiser == null) {
            fields.add(FormField.text(
                    "username",
                    "Username",
                    "What they type to sign in. Somebody who has an account keeps it, and decides for this group too.",
                    facts.username()));
        }
        fields.add(FormField.text(
                "name", "Name", null, facts.name() == null ? null : facts.name().text()));
        fields.add(FormField.text(
                "mail",
                "Mail address",
                "Where offers are announced",
                facts.mail() == null ? null : facts.mail().text()));
        String back = HOME + "/" + group.id();
        if (organiser == null) {
            return FormPage.of("Add an organiser", group.name(), back, fields, "Add the organiser");
        }
        String here = back + "/organisers/" + organiser.id();
        return FormPage.of(organiser.displayName().text(), group.name(), back, fields, "Save")
                .linking("Make a new password", here + "/password")
                .linking("Take away from this group", here + "/end");
    }

    private static FormPage passwordPage(UUID group, Account organiser) {
        return FormPage.of(
                        "Make a new password?",
                        organiser.displayName().text(),
                        HOME + "/" + group,
                        List.of(),
                        "Make a new password")
                .saying("Their password of now opens nothing any more, from this moment. The new one is shown once.")
                .ofConsequence();
    }

    private static FormPage endPage(Group group, Account organiser) {
        return FormPage.of(
                        "Take this organiser away?",
                        group.name(),
                        HOME + "/" + group.id(),
                        List.of(),
                        "Take away " + organiser.displayName().text())
                .saying("They decide for this group no more. Whoever decides for no group any more cannot sign in.")
                .ofConsequence();
    }

    private static KeepOrganiser organiser(Filled filled, String username) {
        return new KeepOrganiser(username, PersonName.of(filled.text("name")), MailAddress.of(filled.text("mail")));
    }

    private static List<String> parts(Function<String, String> cells, String name) {
        String joined = cells.apply(name);
        return joined == null
                ? List.of()
                : Stream.of(joined.split(";")).map(String::strip).toList();
    }

    private static <T> List<Option> options(T[] values, Function<T, String> word, Function<T, String> label) {
        return Stream.of(values)
                .map(value -> new Option(word.apply(value), label.apply(value)))
                .toList();
    }

    private Group find(UUID id) {
        return groups.get(new GroupId(id));
    }

    private Account find(UUID group, UUID account) {
        return accounts.organisersOf(group).stream()
                .filter(organiser -> organiser.id().equals(new AccountId(account)))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such organiser"));
    }
}
