package org.commonground.placement.firstsession;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.commonground.group.Group;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What a person says who missed their first session, and the new one.
 *
 * @param afterMissed whether they try it once more
 * @param plan the first session; needed for a yes
 */
public record AskAfterMissed(
        @NotNull(message = "Choose why they did not come") MissedBecause missedBecause,

        @NotNull(message = "Say whether they try again") AfterMissed afterMissed,

        @Flat @Valid SessionPlan plan,

        @Written(upTo = 2000) Narrative note) {

    public AskAfterMissed {
        plan = plan == null ? SessionPlan.NONE : plan;
    }

    /** Refuses answers that do not fit together, given today's date and the group. */
    public void requireWhole(LocalDate today, Group group) {
        Problems answers = new Problems()
                .needSaid(missedBecause == MissedBecause.OTHER, note, "note", "Say what the other reason is");
        if (afterMissed == AfterMissed.TRY_AGAIN) {
            plan.check(answers, today, group);
        }
        answers.refuseIfWrong();
    }
}
