package org.commonground.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;

/**
 * The restricted record of one concern.
 *
 * @param neighbourhood whose safeguarding lead it goes to: the referral's, or the group's where it is about that alone
 * @param referral the referral it is about, or null
 * @param group the community group it is about, or null
 * @param what what was seen or said
 * @param raisedAs the role of whoever raised it, in words: {@code organiser}
 * @param broughtToDeputy whether the working day ended without a decision, so that the deputy is asked too
 * @param review what was decided, or null while it waits
 */
public record Concern(
        ConcernId id,
        NeighbourhoodId neighbourhood,
        UUID referral,
        UUID group,
        boolean immediateDanger,
        Narrative what,
        Instant raisedAt,
        String raisedAs,
        boolean broughtToDeputy,
        Review review) {

    /**
     * What was decided.
     *
     * @param localAuthorityToldOn the day the local authority was told, or null where it was not
     */
    public record Review(
            Decision decision,
            Narrative reasons,
            LocalDate localAuthorityToldOn,
            PersonName localAuthorityContact,
            PersonName namedPerson,
            Instant at) {}
}
