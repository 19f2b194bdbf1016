package org.commonground.placement;

import java.time.LocalDate;
import java.util.Optional;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.GroupId;
import org.commonground.referral.ReferralId;

/**
 * One person and one group. It tells nothing about the person.
 *
 * @param neighbourhood the referral's
 * @param round which choice of groups it came from, counted from 1 in its referral
 * @param ended why it ended, where it did
 * @param answerBy the day after which an open offer lapses; empty before the offer
 * @param askAgainFrom from when a group that said not now may be asked again; empty where it did not
 * @param firstSession empty until the person has said yes
 * @param leftOn the day on which it was recorded that the person does not go there any more
 */
public record Placement(
        PlacementId id,
        ReferralId referral,
        NeighbourhoodId neighbourhood,
        GroupId group,
        int round,
        PlacementState state,
        Optional<EndReason> ended,
        Optional<LocalDate> answerBy,
        Optional<LocalDate> askAgainFrom,
        Optional<FirstSession> firstSession,
        Optional<LocalDate> leftOn) {

    /** Whether the person goes to the group. */
    public boolean isAttending() {
        return state == PlacementState.ATTENDED && leftOn.isEmpty();
    }

    /** Whether it counts among what is tried at once: it goes on, and does not merely wait for a place. */
    public boolean isBeingTried() {
        return isOpen() && state != PlacementState.WAITING;
    }

    /** Whether it goes on: not ended, and the first session not yet attended. */
    public boolean isOpen() {
        return state != PlacementState.ENDED && state != PlacementState.ATTENDED;
    }
}
