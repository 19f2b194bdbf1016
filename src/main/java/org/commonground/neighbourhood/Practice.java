package org.commonground.neighbourhood;

import java.time.LocalDate;
import java.util.Optional;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.platform.personal.MailAddress;

/**
 * A GP practice that refers people.
 *
 * @param odsCode its code in the NHS directory of organisations, in capital letters: its username for the API
 * @param mail where its mails go
 * @param neighbourhood whose it is: that of its team
 * @param team the link workers its referrals go to
 * @param duty its duty clinician's line; empty until it is known
 * @param validUntil the last day its key is taken; empty where none is set
 * @param successor the practice that takes over from it; empty where none does
 * @param active false: its key opens nothing
 */
public record Practice(
        PracticeId id,
        String odsCode,
        String name,
        MailAddress mail,
        NeighbourhoodId neighbourhood,
        TeamId team,
        Optional<DutyContact> duty,
        Optional<LocalDate> validUntil,
        Optional<PracticeId> successor,
        boolean active) {

    /** Whether it refers no more on a day: its last day is over or, where none is set, another has taken over. */
    public boolean hasEnded(LocalDate today) {
        return !active || validUntil.map(today::isAfter).orElse(successor.isPresent());
    }
}
