package org.commonground.referral;

import java.time.Instant;
import java.util.Optional;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;

/**
 * A referral as anybody who works on it sees it; nothing in it tells who the person is.
 *
 * @param requestedUrgency what the practice asked for
 * @param urgency what triage made of it; empty before
 * @param closedAt empty while it is open
 */
public record Referral(
        ReferralId id,
        Reference reference,
        PracticeId practice,
        TeamId team,
        PersonId person,
        Urgency requestedUrgency,
        Optional<Urgency> urgency,
        Standing standing,
        Optional<Outcome> outcome,
        Instant receivedAt,
        Optional<Instant> closedAt) {

    public boolean isOpen() {
        return standing != Standing.CLOSED;
    }
}
