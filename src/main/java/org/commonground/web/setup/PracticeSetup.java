package org.commonground.web.setup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.KeepPractice;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.web.pages.Asked;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
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

/** Practices: listed, added with a key that is seen once, changed, given a new key, ended by a last day or a successor. */
@Controller
@RequestMapping("/setup/practices")
class PracticeSetup {

    private static final String HOME = "/setup/practices";
    private static final Map<String, String> NAMES = Map.of("dutyWhole", "dutyName");

    private final Practices practices;
    private final Teams teams;
    private final SetupChoices choices;
    private final WorkingDays days;
    private final InOneTransaction once;

    PracticeSetup(Practices practices, Teams teams, SetupChoices choices, WorkingDays days, InOneTransaction once) {
        this.practices = practices;
        this.teams = teams;
        this.choices = choices;
        this.days = days;
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
        Paged<Practice> found = asked.of(HOME, "Part of a name, or of an ODS code", practices::listed);
        Map<TeamId, String> names =
                teams.namesOf(found.rows().stream().map(Practice::team).collect(Collectors.toSet()));
        return new ListPage(
                        "Practices",
                        "/setup",
                        null,
                        Link.to("Add a practice", HOME + "/new"),
                        found.map(practice -> row(practice, names)),
                        "There is no practice yet.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew() {
        return page("Add a practice", null, Filled.nothing(), null).show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Filled filled = new Filled(sent, NAMES);
        KeepPractice command = command(filled);
        return FormPage.answer(
                filled,
                () -> {
                    showOnce(once.call(() -> practices.create(command, actor)), next);
                    return HOME;
                },
                () -> page("Add a practice", null, filled, null));
    }

    @GetMapping("/{id}")
    ModelAndView ask(@PathVariable UUID id) {
        Practice practice = find(id);
        return page(practice.name(), "Practice", known(KeepPractice.of(practice)), practice)
                .show();
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Practice practice = find(id);
        Filled filled = new Filled(sent, NAMES);
        KeepPractice command = command(filled);
        return FormPage.answer(
                filled,
                () -> {
                    once.run(() -> practices.change(practice.id(), command, actor));
                    next.addFlashAttribute("done", command.name() + " is kept");
                    return HOME;
                },
                () -> page(practice.name(), "Practice", filled, practice));
    }

    @GetMapping("/{id}/key")
    ModelAndView askKey(@PathVariable UUID id) {
        return keyPage(find(id)).show();
    }

    @PostMapping("/{id}/key")
    ModelAndView renewKey(
            @PathVariable UUID id, @AuthenticationPrincipal Actor.SignedIn actor, RedirectAttributes next) {
        Practice practice = find(id);
        return FormPage.answer(
                Filled.nothing(),
                () -> {
                    showOnce(once.call(() -> practices.renewKey(practice.id(), actor)), next);
                    return HOME;
                },
                () -> keyPage(practice));
    }

    private static void showOnce(PracticeKey key, RedirectAttributes next) {
        new OnceSecrets("the practice’s key", List.of(new OnceSecrets.Secret(key.odsCode(), key.key()))).showNext(next);
    }

    private ListPage.Row row(Practice practice, Map<TeamId, String> names) {
        List<String> facts = new ArrayList<>();
        facts.add(practice.odsCode() + ", to " + names.get(practice.team()));
        facts.add(practice.duty()
                .map(duty -> "Duty clinician: " + duty.name().text() + ", "
                        + duty.phone().text())
                .orElse("No duty clinician’s number yet"));
        practice.validUntil().ifPresent(last -> facts.add("Refers until " + InWords.date(last)));
        practice.successor()
                .flatMap(practices::find)
                .ifPresent(heir -> facts.add("Followed by " + heir.name() + " (" + heir.odsCode() + ")"));
        return new ListPage.Row(
                practice.name(), HOME + "/" + practice.id(), facts, practice.hasEnded(days.today()) ? "Ended" : null);
    }

    private Filled known(KeepPractice facts) {
        LocalDate last = facts.validUntil();
        return Filled.with(
                "odsCode",
                facts.odsCode(),
                "name",
                facts.name(),
                "mail",
                text(facts.mail()),
                "team",
                id(facts.team()),
                "dutyName",
                text(facts.dutyName()),
                "dutyPhone",
                text(facts.dutyPhone()),
                "validUntil-day",
                last == null ? null : "" + last.getDayOfMonth(),
                "validUntil-month",
                last == null ? null : "" + last.getMonthValue(),
                "validUntil-year",
                last == null ? null : "" + last.getYear(),
                "successor",
                Optional.ofNullable(facts.successor())
                        .flatMap(practices::find)
                        .map(Practice::odsCode)
                        .orElse(null));
    }

    /** The successor is typed, by its ODS code: there are too many practices to choose from a list. */
    private KeepPractice command(Filled filled) {
        String code = filled.text("successor");
        Optional<PracticeId> heir = practices.byOdsCode(code).map(Practice::id);
        if (code != null && heir.isEmpty()) {
            filled.problem("successor", "There is no practice with this ODS code");
        }
        return heir.map(id -> filled.read(KeepPractice.class, Map.of("successor", id)))
                .orElseGet(() -> filled.read(KeepPractice.class, Map.of(), "successor"));
    }

    /** @param practice which it is; null for a new one */
    private FormPage page(String title, String caption, Filled filled, Practice practice) {
        FormPage page = FormPage.of(
                title,
                caption,
                HOME,
                List.of(
                        FormField.text(
                                "odsCode", "ODS code", "Its username when it sends referrals", filled.text("odsCode")),
                        FormField.text("name", "Name", null, filled.text("name")),
                        FormField.text(
                                "mail",
                                "Mail address for news",
                                "Mails say a reference and nothing else",
                                filled.text("mail")),
                        FormField.select(
                                "team", "Team its referrals go to", null, choices.teams(), filled.text("team")),
                        FormField.text(
                                "dutyName",
                                "Duty clinician: whom to ask for",
                                "For somebody in a crisis, the same day",
                                filled.text("dutyName")),
                        FormField.text(
                                "dutyPhone",
                                "Duty clinician: phone",
                                "A line that is answered while the practice is open",
                                filled.text("dutyPhone")),
                        FormField.date("validUntil", "Refers until", LAST_DAY, filled.typedDate("validUntil")),
                        FormField.text(
                                "successor",
                                "Followed by (ODS code)",
                                "Hears about its referrals from then on. Without a last day it takes over at once.",
                                filled.text("successor"))),
                practice == null ? "Add the practice and make its key" : "Save");
        return practice == null
                ? page
                : page.linking("Its people, where it has no system", HOME + "/" + practice.id() + "/people")
                        .linking("Make a new key", HOME + "/" + practice.id() + "/key");
    }

    private static final String LAST_DAY =
            "The last day its key is taken, such as 27 3 2027; empty for no end. Its referrals go on after it.";

    private static FormPage keyPage(Practice practice) {
        return FormPage.of("Make a new key?", practice.name(), HOME + "/" + practice.id(), List.of(), "Make a new key")
                .saying("The present key stops working at once. The new one is shown once.")
                .ofConsequence();
    }

    private static String text(Personal value) {
        return value == null ? null : value.text();
    }

    private static String id(Object id) {
        return id == null ? null : id.toString();
    }

    private Practice find(UUID id) {
        return practices.find(new PracticeId(id)).orElseThrow(() -> Refusal.notFound("There is no such practice"));
    }
}
