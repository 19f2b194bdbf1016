package org.commonground.conversation;

import java.time.LocalDate;
import java.util.Map;
import org.commonground.account.Team;
import org.commonground.account.Teams;
import org.commonground.correspondence.Letters;
import org.commonground.correspondence.Letters.Letter;
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

    LastLetter(Letters letters, Referrals referrals, Teams teams) {
        this.letters = letters;
        this.referrals = referrals;
        this.teams = teams;
    }

    /** @param until the day until which we wait for them */
    public Letter to(ReferralId id, LocalDate until) {
        return letters.write(
                "last-letter",
                Map.of(
                        "firstName", referrals.personOf(id).firstName().text(),
                        "until", InWords.day(until),
                        "from", teams.find(referrals.teamOf(id)).map(Team::name).orElse("Your link worker")));
    }
}
