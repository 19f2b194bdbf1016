package org.commonground.web.refer;

import java.util.List;
import java.util.Set;
import org.commonground.account.Actor;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Practice;
import org.commonground.neighbourhood.Practices;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.time.WorkingDays;
import org.commonground.web.pages.FormField.Option;
import org.commonground.web.refer.ReferPages.Place;
import org.commonground.web.referral.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** A link worker on the phone with a practice records what it says, for one of the practices of their own teams. */
@Controller
@RequestMapping("/referrals/new")
class RecordReferralController extends Referring {

    private final Practices practices;
    private final Teams teams;
    private final Neighbourhoods neighbourhoods;
    private final WorkingDays days;

    RecordReferralController(
            ReferPages pages, Practices practices, Teams teams, Neighbourhoods neighbourhoods, WorkingDays days) {
        super(pages, "/referrals/");
        this.practices = practices;
        this.teams = teams;
        this.neighbourhoods = neighbourhoods;
        this.days = days;
    }

    @Override
    protected Place place(Actor.SignedIn actor) {
        Set<TeamId> own = teams.workedInBy(actor);
        if (own.isEmpty()) {
            throw new NoSuchPage();
        }
        List<Practice> referring = practices.of(own).stream()
                .filter(practice -> !practice.hasEnded(days.today()))
                .toList();
        List<Option> theirs = referring.stream()
                .map(practice ->
                        new Option(practice.id().toString(), practice.name() + " (" + practice.odsCode() + ")"))
                .toList();
        return new Place(
                "/referrals/new",
                "Record a referral",
                "/referrals",
                theirs,
                true,
                HowSoon.in(referring.stream().map(Practice::neighbourhood).toList(), neighbourhoods));
    }
}
