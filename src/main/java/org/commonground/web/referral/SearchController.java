package org.commonground.web.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.finding.Found;
import org.commonground.referral.finding.PersonSearch;
import org.commonground.referral.finding.Search;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Finds a person among the referrals of one's own teams. What is looked for is sent, never part of an address, and what
 * is found is linked by its reference.
 */
@Controller
class SearchController {

    /** How many are shown; more say that the search should be narrower. */
    static final int MOST = 25;

    private static final int LONGEST = 200;
    private static final String FIELD = "who";

    private final PersonSearch search;
    private final Teams teams;
    private final WorkingDays days;

    SearchController(PersonSearch search, Teams teams, WorkingDays days) {
        this.search = search;
        this.teams = teams;
        this.days = days;
    }

    /**
     * One found referral, as the list shows it. {@code toString} names nobody.
     *
     * @param team the team's name where somebody works in several; else null
     */
    record Row(String reference, String name, String born, String standing, String team, boolean open) {

        @Override
        public String toString() {
            return "Row[" + reference + "]";
        }
    }

    @GetMapping("/referrals")
    ModelAndView ask(@AuthenticationPrincipal Actor.SignedIn actor) {
        requireTeam(actor);
        return page("", null, Filled.nothing());
    }

    @PostMapping("/referrals")
    ModelAndView find(@RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal Actor.SignedIn actor) {
        requireTeam(actor);
        Filled filled = new Filled(sent, Map.of("search", FIELD));
        String typed = Optional.ofNullable(sent.getFirst(FIELD)).orElse("");
        if (typed.length() > LONGEST) {
            filled.problem(FIELD, "Type at most 200 characters");
            return page("", null, filled);
        }
        Search wanted = Search.of(typed);
        if (tooLittle(wanted)) {
            filled.problem(FIELD, "Type a whole name: one letter finds nobody");
        }
        List<Found> found =
                filled.done(() -> search.find(wanted, actor, MOST + 1)).orElse(null);
        return page(typed, found, filled);
    }

    private void requireTeam(Actor.SignedIn actor) {
        if (teams.workedInBy(actor).isEmpty()) {
            throw new NoSuchPage();
        }
    }

    /** A name alone, of one letter. */
    private static boolean tooLittle(Search wanted) {
        return wanted.name() != null
                && wanted.born() == null
                && wanted.phone() == null
                && wanted.nhsNumber() == null
                && wanted.reference() == null
                && wanted.name()
                                .text()
                                .codePoints()
                                .filter(Character::isLetterOrDigit)
                                .count()
                        < 2;
    }

    private ModelAndView page(String typed, List<Found> found, Filled filled) {
        FormField who = FormField.text(
                FIELD,
                "Who are you looking for?",
                "Whole names, a date of birth (14/3/1951), a phone number, an NHS number or a reference (CG-7F3K-2Q). Several"
                        + " narrow it down. You find referrals of your own teams, and every search is recorded, without the"
                        + " words.",
                typed);
        ModelAndView page = new ModelAndView("referral/search");
        page.addObject("who", who);
        page.addObject("wrong", filled.shown(who));
        page.addObject("found", found == null ? null : rows(found));
        page.addObject("more", found != null && found.size() > MOST);
        page.setStatus(filled.status());
        return page;
    }

    private List<Row> rows(List<Found> found) {
        Set<TeamId> of = found.stream().map(Found::team).collect(Collectors.toSet());
        boolean several = of.size() > 1;
        Map<TeamId, String> names = teams.namesOf(of);
        return found.stream()
                .limit(MOST)
                .map(one -> new Row(
                        one.reference().text(),
                        one.name().text(),
                        InWords.date(one.born().date()) + ", " + one.born().ageOn(days.today()),
                        StandingWords.of(one.standing(), one.outcome()),
                        several ? names.get(one.team()) : null,
                        one.outcome().isEmpty()))
                .toList();
    }
}
