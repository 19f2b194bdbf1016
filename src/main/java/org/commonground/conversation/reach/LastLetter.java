package org.commonground.conversation.reach;

import java.time.LocalDate;
import java.util.Map;
import org.commonground.correspondence.words.Letters;
import org.commonground.correspondence.words.Letters.Letter;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/** The words of the last letter to somebody who could not be reached, however it gets to them. */
@Component
public class LastLetter {

    private final Letters letters;
    private final Referrals referrals;
    private final Teams teams;
    private final Neighbourhoods neighbourhoods;

    LastLetter(Letters letters, Referrals referrals, Teams teams, Neighbourhoods neighbourhoods) {
        this.neighbourhoods = neighbourhoods;
        this.letters = letters;
        this.referrals = referrals;
        this.teams = teams;
    }

    /** @param until the day until which we wait for them */
    public Letter to(ReferralId id, LocalDate until) {
        Neighbourhood service = neighbourhoods.get(referrals.find(id).neighbourhood());
        return letters.write(
                "last-letter",
                Map.of(
                        "phone", service.phone().text(),
                        "hours", service.hours(),
                        "firstName", referrals.personOf(id).firstName().text(),
                        "until", InWords.day(until),
                        "from", teams.find(referrals.teamOf(id)).map(Team::name).orElse("Your link worker")));
    }
}
