package org.commonground.placement.waiting;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What a person says who has waited for some weeks.
 *
 * @param stopReason needed where they leave
 */
public record ReviewWaiting(
        @NotNull(message = "Say whether the person goes on waiting")
        Stay waiting,

        StopWaiting stopReason,

        @Written(upTo = 1000) Narrative note) {

    public void requireWhole() {
        boolean leaves = waiting == Stay.LEAVE;
        new Problems()
                .need(!leaves || stopReason != null, "stopReason", "Choose the reason")
                .needSaid(leaves && stopReason == StopWaiting.OTHER, note, "note", "Say what the other reason is")
                .refuseIfWrong();
    }
}
