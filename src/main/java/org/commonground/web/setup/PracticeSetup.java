package org.commonground.web.setup;

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
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.web.pages.FactsPage.Link;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.pages.FormPage;
import org.commonground.web.pages.ListPage;
import org.commonground.web.pages.OnceSecrets;
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
    ModelAndView list() {
        Map<TeamId, String> names = teams.all().stream().collect(Collectors.toMap(Team::id, Team::name));
        return new ListPage(
                        "Practices",
                        "/setup",
                        null,
                        Link.to("Add a practice", HOME + "/new"),
                        practices.ever().stream()
                                .map(practice -> row(practice, names))
                                .toList(),
                        "There is no practice yet.")
                .show();
    }

    @GetMapping("/new")
    ModelAndView askNew() {
        return page(
                        "Add a practice",
                        null,
                        new KeepPractice(null, null, null, null, null, null, null, null),
                        Filled.nothing(),
                        null)
                .show();
    }

    @PostMapping("/new")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Filled filled = new Filled(sent);
        KeepPractice command = filled.whole(read(filled));
        return FormPage.answer(
                filled,
                NAMES,
                () -> {
                    showOnce(once.call(() -> practices.create(command, actor)), next);
                    return HOME;
                },
                page("Add a practice", null, command, filled, null)::show);
    }

    @GetMapping("/{id}")
    ModelAndView ask(@PathVariable UUID id) {
        Practice practice = find(id);
        return page(practice.name(), "Practice", KeepPractice.of(practice), null, practice)
                .show();
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            RedirectAttributes next) {
        Practice practice = find(id);
        Filled filled = new Filled(sent);
        KeepPractice command = filled.whole(read(filled));
        return FormPage.answer(
                filled,
                NAMES,
                () -> {
                    once.run(() -> practices.change(practice.id(), command, actor));
                    next.addFlashAttribute("done", command.name() + " is kept");
                    return HOME;
                },
                page(practice.name(), "Practice", command, filled, practice)::show);
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
                NAMES,
                () -> {
                    showOnce(once.call(() -> practices.renewKey(practice.id(), actor)), next);
                    return HOME;
                },
                keyPage(practice)::show);
    }

    private static void showOnce(PracticeKey key, RedirectAttributes next) {
        new OnceSecrets("the practice’s key", List.of(new OnceSecrets.Secret(key.odsCode(), key.key()))).showNext(next);
    }

    private ListPage.Row row(Practice practice, Map<TeamId, String> names) {
        List<String> facts = new ArrayList<>();
        facts.add(practice.odsCode() + ", to "
                + Optional.ofNullable(names.get(practice.team()))
                        .or(() -> teams.find(practice.team()).map(Team::name))
                        .orElse("no team"));
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

    /** @param filled what was typed, for a date that is none; null where nothing was */
    private FormPage page(String title, String caption, KeepPractice facts, Filled filled, Practice practice) {
        List<Option> others = practices.ever().stream()
                .filter(other -> practice == null || !other.id().equals(practice.id()))
                .map(other -> new Option(other.id().toString(), other.name() + " (" + other.odsCode() + ")"))
                .toList();
        FormPage page = FormPage.of(
                title,
                caption,
                HOME,
                List.of(
                        FormField.text("odsCode", "ODS code", "Its username when it sends referrals", facts.odsCode()),
                        FormField.text("name", "Name", null, facts.name()),
                        FormField.text(
                                "mail",
                                "Mail address for news",
                                "Mails say a reference and nothing else",
                                text(facts.mail())),
                        FormField.select("team", "Team its referrals go to", null, choices.teams(), id(facts.team())),
                        FormField.text(
                                "dutyName",
                                "Duty clinician: whom to ask for",
                                "For somebody in a crisis, the same day",
                                text(facts.dutyName())),
                        FormField.text(
                                "dutyPhone",
                                "Duty clinician: phone",
                                "A line that is answered while the practice is open",
                                text(facts.dutyPhone())),
                        filled == null
                                ? FormField.date("validUntil", "Refers until", LAST_DAY, facts.validUntil())
                                : FormField.date(
                                        "validUntil", "Refers until", LAST_DAY, filled.typedDate("validUntil")),
                        FormField.select(
                                "successor",
                                "Followed by",
                                "Hears about its referrals from then on. Without a last day it takes over at once.",
                                others,
                                id(facts.successor()))),
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

    private static KeepPractice read(Filled filled) {
        return new KeepPractice(
                filled.text("odsCode"),
                filled.text("name"),
                MailAddress.of(filled.text("mail")),
                filled.one("team", TeamId::of),
                PersonName.of(filled.text("dutyName")),
                Phone.of(filled.text("dutyPhone")),
                filled.date("validUntil"),
                filled.one("successor", PracticeId::of));
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
