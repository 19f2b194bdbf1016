package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.commonground.account.IssuedPassword;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Passwords;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Absence;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.KeepStaff;
import org.commonground.neighbourhood.Leaving;
import org.commonground.neighbourhood.Staff;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.web.pages.Asked;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.commonground.web.pages.ListPage;
import org.commonground.web.pages.OnceSecrets;
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

/** Staff: listed, added with a password that is seen once, changed, given a new password, ended. */
@Controller
@RequestMapping("/setup/staff")
class StaffSetup {

    private static final String HOME = "/setup/staff";
    private static final Map<String, String> NAMES =
            Map.of("inATeam", "teams", "ofStaff", "roles", "ofSomething", "roles", "ofRolesWithoutPosts", "roles");
    private static final List<Option> MEANT = List.of(new Option("yes", "Yes, this is meant"));

    private final Staff staff;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Absences absences;
    private final Teams teams;
    private final SetupChoices choices;
    private final InOneTransaction once;

    StaffSetup(
            Staff staff,
            Accounts accounts,
            Passwords passwords,
            Absences absences,
            Teams teams,
            SetupChoices choices,
            InOneTransaction once) {
        this.staff = staff;
        this.accounts = accounts;
        this.passwords = passwords;
        this.absences = absences;
        this.teams = teams;
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
        Paged<Account> found = asked.of(HOME, "Part of a username, or whole words of a name", accounts::staff);
        Map<AccountId, Absence> away =
                absences.today(found.rows().stream().map(Account::id).toList());
        Map<TeamId, String> names = teams.namesOf(found.rows().stream()
                .flatMap(account -> account.teams().stream())
                .collect(Collectors.toSet()));
        Map<NeighbourhoodId, String> places = choices.neighbourhoodNames(found.rows().stream()
                .flatMap(account -> account.posts().stream())
                .map(Post::neighbourhood));
        return new ListPage(
                        "Staff",
                        "/setup",
                        "By username.",
                        Link.to("Add a member of staff", HOME + "/new"),
                        found.map(account -> row(account, names, places, away.get(account.id()))),
                        "There is nobody yet.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew() {
        return newPage(Filled.nothing()).show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Filled filled = new Filled(sent, NAMES);
        KeepStaff command = filled.read(KeepStaff.class);
        return FormPage.answer(
                filled,
                () -> {
                    showOnce(once.call(() -> staff.open(command, actor)), next);
                    return HOME;
                },
                () -> newPage(filled));
    }

    @GetMapping("/{id}")
    ModelAndView ask(@PathVariable UUID id) {
        Account account = find(id);
        return page(account, known(account), false).show();
    }

    private static Filled known(Account account) {
        List<String> known = new ArrayList<>(Arrays.asList(
                "name",
                account.displayName().text(),
                "mail",
                account.mail() == null ? null : account.mail().text()));
        account.roles().stream()
                .filter(role -> role != Role.ORGANISER && !role.isPost())
                .forEach(role -> known.addAll(List.of("roles", role.word())));
        account.posts().forEach(post -> known.addAll(List.of("posts", post.toString())));
        account.teams().forEach(team -> known.addAll(List.of("teams", team.toString())));
        return Filled.with(known.toArray(String[]::new));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account account = find(id);
        Filled filled = new Filled(sent, NAMES);
        KeepStaff command = filled.read(KeepStaff.class, Map.of("username", account.username()));
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> staff.change(account.id(), command, filled.ticked("meant"), actor));
                    next.addFlashAttribute("done", command.name().text() + " is kept");
                    return HOME;
                },
                () -> page(account, filled, filled.isWrong("meant") || filled.ticked("meant")));
    }

    @GetMapping("/{id}/password")
    ModelAndView askPassword(@PathVariable UUID id) {
        return passwordPage(find(id)).show();
    }

    @PostMapping("/{id}/password")
    ModelAndView resetPassword(
            @PathVariable UUID id, @AuthenticationPrincipal Actor.SignedIn actor, RedirectAttributes next) {
        Account account = find(id);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    showOnce(once.call(() -> passwords.reset(account.id(), actor)), next);
                    return HOME;
                },
                () -> passwordPage(account));
    }

    @GetMapping("/{id}/end")
    ModelAndView askEnd(@PathVariable UUID id) {
        return endPage(find(id)).show();
    }

    @PostMapping("/{id}/end")
    ModelAndView end(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account account = find(id);
        Filled filled = new Filled(sent);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> staff.end(account.id(), filled.ticked("meant"), actor));
                    next.addFlashAttribute(
                            "done", account.displayName().text() + " has left. Their tasks are their team’s again.");
                    return HOME;
                },
                () -> endPage(account));
    }

    static void showOnce(IssuedPassword issued, RedirectAttributes next) {
        new OnceSecrets("the password", List.of(new OnceSecrets.Secret(issued.username(), issued.password())))
                .showNext(next);
    }

    private static ListPage.Row row(
            Account account, Map<TeamId, String> names, Map<NeighbourhoodId, String> places, Absence away) {
        List<String> facts = new ArrayList<>();
        facts.add(Stream.concat(
                        account.roles().stream()
                                .filter(role -> !role.isPost())
                                .sorted()
                                .map(Role::label),
                        account.posts().stream()
                                .sorted()
                                .map(post -> post.role().label() + " in " + places.get(post.neighbourhood())))
                .collect(Collectors.joining(", ")));
        String where = account.teams().stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(", "));
        facts.add(account.username() + (where.isEmpty() ? "" : ", in " + where));
        return new ListPage.Row(
                account.displayName().text(),
                HOME + "/" + account.id(),
                facts,
                away == null ? null : "Away until " + InWords.date(away.to()));
    }

    private FormPage newPage(Filled filled) {
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.text(
                "username", "Username", "What they type to sign in; it stays the same", filled.text("username")));
        fields.addAll(fields(filled));
        return FormPage.of("Add a member of staff", null, HOME, fields, "Add them and make a password");
    }

    private FormPage page(Account account, Filled filled, boolean askWhetherMeant) {
        List<FormField> fields = new ArrayList<>(fields(filled));
        if (askWhetherMeant) {
            fields.add(FormField.several("meant", "May a role or post have nobody?", null, MEANT, List.of()));
        }
        String here = HOME + "/" + account.id();
        return FormPage.of(account.displayName().text(), account.username(), HOME, fields, "Save")
                .linking("When they are away", "/people/" + account.id() + "/absences")
                .linking("Make a new password", here + "/password")
                .linking("End their account", here + "/end");
    }

    private List<FormField> fields(Filled filled) {
        return List.of(
                FormField.text("name", "Name", null, filled.text("name")),
                FormField.text(
                        "mail",
                        "Mail address",
                        "Without one they hear nothing of what is overdue",
                        filled.text("mail")),
                FormField.several("roles", "Roles", null, choices.roles(), filled.all("roles")),
                FormField.several(
                        "posts",
                        "Posts",
                        "Held for one neighbourhood from now on; what was held stays on record",
                        choices.posts(),
                        filled.all("posts")),
                FormField.several(
                        "teams",
                        "Teams",
                        "Where a link worker or team lead works",
                        choices.teams(),
                        filled.all("teams")));
    }

    private static FormPage passwordPage(Account account) {
        return FormPage.of(
                        "Make a new password?",
                        account.displayName().text(),
                        HOME + "/" + account.id(),
                        List.of(),
                        "Make a new password")
                .saying("Their present password stops working at once. The new one is shown once, and"
                        + " they choose their own when they sign in.")
                .ofConsequence();
    }

    private FormPage endPage(Account account) {
        Leaving leaving = staff.leaving(account.id());
        List<String> words = new ArrayList<>();
        words.add("They are signed out at once, and their tasks are their team’s again.");
        leaving.leads()
                .forEach(team -> words.add(
                        "They are named as lead or deputy of " + team.name() + ": name somebody else there first."));
        leaving.standsIn()
                .forEach(absence -> words.add("They stand in for "
                        + accounts.find(absence.account())
                                .map(other -> other.displayName().text())
                                .orElse("somebody")
                        + " until " + InWords.date(absence.to()) + ": name somebody else there first."));
        leaving.lastOf().stream()
                .sorted()
                .forEach(role -> words.add("Nobody else is " + role.label().toLowerCase() + "."));
        leaving.lastIn().stream().sorted().forEach(post -> words.add("Nobody else is " + choices.inWords(post) + "."));
        if (!leaving.lastFor().isEmpty()) {
            words.add("Nobody else is organiser of a group of theirs.");
        }
        return FormPage.of(
                        "End this account?",
                        account.displayName().text(),
                        HOME + "/" + account.id(),
                        leaving.leavesAGap() && !leaving.isBound()
                                ? List.of(FormField.several("meant", "Is that meant?", null, MEANT, List.of()))
                                : List.of(),
                        "End the account")
                .saying(String.join(" ", words))
                .ofConsequence();
    }

    private Account find(UUID id) {
        return accounts.find(new AccountId(id))
                .filter(Account::active)
                .filter(account -> account.roles().stream().anyMatch(Role.ofStaff()::contains))
                .orElseThrow(() -> Refusal.notFound("There is no such account"));
    }
}
