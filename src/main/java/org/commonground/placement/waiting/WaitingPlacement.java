package org.commonground.placement.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.referral.ReferralId;

/**
 * A placement on the waiting list of its group. It tells nothing about the person.
 *
 * @param position in the list, counted from 1
 * @param length how many wait in all
 * @param joinedAt when it came on the list
 * @param inLineSince what its position goes by: the same moment, or a later one where it went to the end
 * @param reviewOn when the person is asked whether they stay
 * @param askBy until when a freed place is held for them; empty where none is
 * @param timesPassed how often a place went to the next one because nobody could ask in time
 */
public record WaitingPlacement(
        PlacementId placement,
        ReferralId referral,
        GroupId group,
        State state,
        int position,
        int length,
        Instant joinedAt,
        Instant inLineSince,
        LocalDate reviewOn,
        Optional<LocalDate> askBy,
        int timesPassed) {

    /** Where somebody on a list stands. */
    public enum State {
        IN_LINE("waiting for a place"),
        ASKED("a place is held, and the person is asked"),
        PASSED_OVER("nobody could ask in time; no place is held until the person has been asked whether they stay");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** In words, as forms and pages show it. */
        public String label() {
            return label;
        }
    }
}
