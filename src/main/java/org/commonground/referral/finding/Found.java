package org.commonground.referral.finding;

import java.time.Instant;
import java.util.Optional;
import org.commonground.account.TeamId;
import org.commonground.person.Known;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.PersonName;
import org.commonground.referral.Outcome;
import org.commonground.referral.Reference;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Standing;

/**
 * A referral that was looked for, as a list shows it.
 *
 * @param name given and family name
 * @param outcome empty while it is open
 */
public record Found(
        ReferralId referral,
        Reference reference,
        TeamId team,
        PersonName name,
        BirthDate born,
        Standing standing,
        Optional<Outcome> outcome,
        Instant receivedAt) {

    static Found of(Referral referral, Known person) {
        return new Found(
                referral.id(),
                referral.reference(),
                referral.team(),
                person.name(),
                person.born(),
                referral.standing(),
                referral.outcome(),
                referral.receivedAt());
    }
}
