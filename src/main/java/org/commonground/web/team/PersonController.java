package org.commonground.web.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.neighbourhood.Absence;
import org.commonground.neighbourhood.AbsenceId;
import org.commonground.neighbourhood.Absences;
import org.commonground.neighbourhood.RecordAbsence;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.time.InWords;
import org.commonground.web.pages.FactsPage;
import org.commonground.web.pages.FactsPage.Fact;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.commonground.web.referral.NoSuchPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When somebody is away and who stands in: for themselves, for whoever leads a team of theirs, and administrators. */
@Controller
class PersonController {

    private static final Map<String, String> NAMES = Map.of("inOrder", "to", "shortEnough", "to");

    private final Accounts accounts;
    private final Teams teams;
    private final Absences absences;
    private final InOneTransaction once;

    PersonController(Accounts accounts, Teams teams, Absences absences, InOneTransaction once) {
        this.accounts = accounts;
        this.teams = teams;
        this.absences = absences;
        this.once = once;
    }

    /** About oneself. */
    @GetMapping("/account")
    ModelAndView account(@AuthenticationPrincipal Actor.SignedIn actor) {
        Account account = accounts.find(actor.account()).orElseThrow();
        FactsPage page = new FactsPage("Your account", null, "/").section(null, facts(account), "");
        if (actor.has(Role.PRACTICE_STAFF)) {
            return page.action("Choose another password", "/password").show();
        }
        page.section("When you are away", away(account), "No absence is recorded.")
                .section(
                        "When you stand in for others",
                        absences.stoodInBy(account.id()).stream()
                                .map(absence -> new Fact(name(absence.account()), days(absence), null))
                                .toList(),
                        "You stand in for nobody.")
                .action("Choose another password", "/password");
        if (!absences.candidates(account.id()).isEmpty()) {
            page.action("Record when you are away", path(account) + "/new");
        }
        return page.show();
    }

    /** About somebody of one's team, or anybody for an administrator. */
    @GetMapping("/people/{id}/absences")
    ModelAndView absences(@PathVariable UUID id, @AuthenticationPrincipal Actor.SignedIn actor) {
        Account account = find(id, actor);
        return new FactsPage("When " + account.displayName().text() + " is away", null, back(account, actor))
                .section(null, away(account), "No absence is recorded.")
                .action("Record an absence", path(account) + "/new")
                .show();
    }

    @GetMapping("/people/{id}/absences/new")
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal Actor.SignedIn actor) {
        Account account = find(id, actor);
        return form(account, actor, Filled.nothing()).show();
    }

    @PostMapping("/people/{id}/absences/new")
    ModelAndView record(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account account = find(id, actor);
        Filled filled = new Filled(sent, NAMES);
        RecordAbsence command = filled.read(RecordAbsence.class, Map.of("account", account.id()));
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> absences.record(command, actor));
                    next.addFlashAttribute("done", "The absence is recorded");
                    return home(account, actor);
                },
                () -> form(account, actor, filled));
    }

    @GetMapping("/people/{id}/absences/{absence}/take-back")
    ModelAndView askTakeBack(
            @PathVariable UUID id, @PathVariable UUID absence, @AuthenticationPrincipal Actor.SignedIn actor) {
        Account account = find(id, actor);
        return takeBackPage(account, find(account, absence), actor).show();
    }

    @PostMapping("/people/{id}/absences/{absence}/take-back")
    ModelAndView takeBack(
            @PathVariable UUID id,
            @PathVariable UUID absence,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account account = find(id, actor);
        Absence found = find(account, absence);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    once.run(() -> absences.takeBack(found.id(), actor));
                    next.addFlashAttribute("done", "The absence is taken back");
                    return home(account, actor);
                },
                () -> takeBackPage(account, found, actor));
    }

    @GetMapping("/people/{id}/absences/{absence}/stand-in")
    ModelAndView askStandIn(
            @PathVariable UUID id, @PathVariable UUID absence, @AuthenticationPrincipal Actor.SignedIn actor) {
        Account account = find(id, actor);
        Absence found = find(account, absence);
        return standInPage(account, found, actor, found.standIn().toString()).show();
    }

    @PostMapping("/people/{id}/absences/{absence}/stand-in")
    ModelAndView changeStandIn(
            @PathVariable UUID id,
            @PathVariable UUID absence,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Account account = find(id, actor);
        Absence found = find(account, absence);
        Filled filled = new Filled(sent);
        AccountId standIn = filled.one("standIn", AccountId.class);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> absences.changeStandIn(found.id(), standIn, actor));
                    next.addFlashAttribute("done", "Somebody else stands in now");
                    return home(account, actor);
                },
                () -> standInPage(account, found, actor, filled.text("standIn")));
    }

    private FormPage form(Account account, Actor.SignedIn actor, Filled filled) {
        return FormPage.of(
                        "Record an absence",
                        account.displayName().text(),
                        home(account, actor),
                        List.of(
                                FormField.date(
                                        "from", "First day away", "For example, 27 3 2027", filled.typedDate("from")),
                                FormField.date("to", "Last day away", null, filled.typedDate("to")),
                                standIn(account, filled.text("standIn"))),
                        "Record the absence")
                .saying(
                        "From the first day to the last, new follow-ups and what a lead is told come to whoever stands in."
                                + " Open tasks stay; whoever leads the team can hand them over.");
    }

    private FormPage takeBackPage(Account account, Absence absence, Actor.SignedIn actor) {
        return FormPage.of(
                        "Take this absence back?",
                        account.displayName().text(),
                        home(account, actor),
                        List.of(),
                        "Take it back")
                .saying("Away " + days(absence) + ", " + name(absence.standIn()) + " stands in.")
                .ofConsequence();
    }

    private FormPage standInPage(Account account, Absence absence, Actor.SignedIn actor, String chosen) {
        return FormPage.of(
                        "Who stands in?",
                        account.displayName().text(),
                        home(account, actor),
                        List.of(standIn(account, chosen)),
                        "Save")
                .saying("Away " + days(absence) + ".");
    }

    private FormField standIn(Account account, String chosen) {
        List<Option> colleagues = absences.candidates(account.id()).stream()
                .map(other ->
                        new Option(other.id().toString(), other.displayName().text()))
                .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return FormField.select("standIn", "Who stands in", "A colleague of the same team or role", colleagues, chosen);
    }

    private List<Fact> facts(Account account) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Name", account.displayName().text(), null));
        facts.add(new Fact("Username", account.username(), null));
        facts.add(new Fact(
                "You are", account.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", ")), null));
        String where = account.teams().stream()
                .flatMap(team -> teams.find(team).stream())
                .map(Team::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!where.isEmpty()) {
            facts.add(new Fact("You work in", where, null));
        }
        return facts;
    }

    private List<Fact> away(Account account) {
        List<Fact> facts = new ArrayList<>();
        for (Absence absence : absences.of(account.id())) {
            String one = path(account) + "/" + absence.id();
            facts.add(new Fact(
                    "Away", days(absence), new Link("Take back", "absence " + days(absence), one + "/take-back")));
            facts.add(new Fact(
                    "Stands in",
                    name(absence.standIn()),
                    new Link("Change", "who stands in " + days(absence), one + "/stand-in")));
        }
        return facts;
    }

    private static String days(Absence absence) {
        return absence.from().equals(absence.to())
                ? "on " + InWords.date(absence.from())
                : InWords.date(absence.from()) + " to " + InWords.date(absence.to());
    }

    private String name(AccountId id) {
        return accounts.find(id).map(account -> account.displayName().text()).orElse("nobody");
    }

    /** Whoever may not know of somebody's absences finds no such page. */
    private Account find(UUID id, Actor.SignedIn actor) {
        AccountId wanted = new AccountId(id);
        return accounts.find(wanted)
                .filter(Account::active)
                .filter(account -> absences.mayRecord(wanted, actor))
                .orElseThrow(NoSuchPage::new);
    }

    private Absence find(Account account, UUID id) {
        return absences.of(account.id()).stream()
                .filter(absence -> absence.id().equals(new AbsenceId(id)))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
    }

    private static String path(Account account) {
        return "/people/" + account.id() + "/absences";
    }

    private static String home(Account account, Actor.SignedIn actor) {
        return account.id().equals(actor.account()) ? "/account" : path(account);
    }

    private String back(Account account, Actor.SignedIn actor) {
        boolean led = account.teams().stream().anyMatch(team -> teams.isLedBy(team, actor));
        return led ? "/team" : "/setup/staff/" + account.id();
    }
}
