package org.commonground.web.refer;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.Practices;
import org.commonground.account.TeamId;
import org.commonground.account.Teams;
import org.commonground.platform.time.WorkingDays;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.refer.ReferPages.Place;
import org.commonground.web.referral.NoSuchPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A link worker on the phone with a practice records what it says, for one of the practices of their own teams. */
@Controller
@RequestMapping("/referrals/new")
class RecordReferralController {

    private final ReferPages pages;
    private final Practices practices;
    private final Teams teams;
    private final WorkingDays days;

    RecordReferralController(ReferPages pages, Practices practices, Teams teams, WorkingDays days) {
        this.pages = pages;
        this.practices = practices;
        this.teams = teams;
        this.days = days;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.ask(place(actor), session);
    }

    @PostMapping
    ModelAndView answer(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Actor.SignedIn actor,
            HttpSession session) {
        return pages.answer(place(actor), sent, session);
    }

    @GetMapping("/check")
    ModelAndView check(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.check(place(actor), session);
    }

    @PostMapping("/check")
    ModelAndView send(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.send(place(actor), session, actor);
    }

    @PostMapping("/anew")
    ModelAndView anew(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.anew(place(actor), session);
    }

    @GetMapping("/done")
    ModelAndView done(@AuthenticationPrincipal Actor.SignedIn actor, HttpSession session) {
        return pages.done(place(actor), session, "/referrals/");
    }

    private Place place(Actor.SignedIn actor) {
        Set<TeamId> own = teams.workedInBy(actor);
        if (own.isEmpty()) {
            throw new NoSuchPage();
        }
        List<Option> theirs = practices.all().stream()
                .filter(practice -> own.contains(practice.team()) && !practice.hasEnded(days.today()))
                .map(practice ->
                        new Option(practice.id().toString(), practice.name() + " (" + practice.odsCode() + ")"))
                .toList();
        return new Place("/referrals/new", "Record a referral", "/referrals", theirs, true);
    }
}
