package org.commonground.placement.waiting;

import jakarta.validation.constraints.NotNull;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/** Why a link worker takes somebody off a waiting list. */
public record LeaveWaitingList(
        @NotNull(message = "Choose the reason") StopWaiting reason,

        @Written(upTo = 1000, message = "The note must be 1,000 characters or less")
        Narrative note) {

    public void requireWhole() {
        new Problems()
                .needSaid(reason == StopWaiting.OTHER, note, "note", "Say what the other reason is")
                .refuseIfWrong();
    }
}
