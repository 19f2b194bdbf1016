package org.commonground.referral;

import java.time.Instant;
import java.util.Optional;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.person.PersonId;

/**
 * A referral as anybody who works on it sees it; nothing in it tells who the person is.
 *
 * @param neighbourhood its practice's when it was made
 * @param requestedUrgency what the practice asked for
 * @param urgency what triage made of it; empty before
 * @param closedAt empty while it is open
 * @param sentBackFor why it goes back to the practice; empty where it does not
 * @param previous an earlier referral of the same person that has ended with the same team; empty where there is none
 */
public record Referral(
        ReferralId id,
        Reference reference,
        PracticeId practice,
        NeighbourhoodId neighbourhood,
        TeamId team,
        PersonId person,
        Urgency requestedUrgency,
        Optional<Urgency> urgency,
        Standing standing,
        Optional<Outcome> outcome,
        Instant receivedAt,
        Optional<Instant> closedAt,
        Optional<SentBackReason> sentBackFor,
        Optional<ReferralId> previous) {

    public boolean isOpen() {
        return standing != Standing.CLOSED;
    }

    /** Whether it can still go back to the practice: nobody beyond the team and the person has been told of it. */
    public boolean maySendBack() {
        return standing == Standing.RECEIVED || standing == Standing.REACHING || standing == Standing.TALKING;
    }
}
