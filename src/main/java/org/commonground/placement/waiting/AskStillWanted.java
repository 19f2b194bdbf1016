package org.commonground.placement.waiting;

import jakarta.validation.constraints.NotNull;
import org.commonground.placement.PersonSays;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What a person who waited says to a place that has come free.
 *
 * @param noReason needed for a no
 */
public record AskStillWanted(
        @NotNull(message = "Say whether the person still wants the place")
        PersonSays personSays,

        StopWaiting noReason,

        @Written(upTo = 1000) Narrative note) {

    public void requireWhole() {
        boolean no = personSays == PersonSays.NO;
        new Problems()
                .need(!no || noReason != null, "noReason", "Choose the reason")
                .need(
                        !no || noReason != StopWaiting.LIST_CLOSED,
                        "noReason",
                        "The group has not closed its list: a place is held")
                .needSaid(no && noReason == StopWaiting.OTHER, note, "note", "Say what the other reason is")
                .refuseIfWrong();
    }
}
