package org.commonground.placement.firstsession;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.commonground.group.Group;
import org.commonground.placement.PersonSays;
import org.commonground.platform.Flat;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What the person says to a group that said yes, and their first session.
 *
 * @param noReason needed for a no
 * @param plan the first session; needed for a yes
 */
public record AskPerson(
        @NotNull(message = "Say whether the person says yes")
        PersonSays personSays,

        PersonNoReason noReason,

        @Written(upTo = 2000) Narrative note,

        @Flat @Valid SessionPlan plan) {

    public AskPerson {
        plan = plan == null ? SessionPlan.NONE : plan;
    }

    /** Refuses answers that do not fit together, given today's date and the group. */
    public void requireWhole(LocalDate today, Group group) {
        boolean yes = personSays == PersonSays.YES;
        Problems answers = new Problems()
                .need(yes || noReason != null, "noReason", "Choose the reason")
                .needSaid(!yes && noReason == PersonNoReason.OTHER, note, "note", "Say what the other reason is");
        if (yes) {
            plan.check(answers, today, group);
        }
        answers.refuseIfWrong();
    }
}
