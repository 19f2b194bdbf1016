package org.commonground.placement.firstsession;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.group.Group;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What a person says who missed their first session, and the new one.
 *
 * @param afterMissed whether they try it once more
 * @param firstSessionOn the new day; needed where they try again, like all that follow
 * @param firstSessionAt time of day in Europe/London
 * @param meetingPlace where to come to
 * @param metBy who meets the person
 * @param accompanied whether somebody comes along
 * @param accompaniedBy who that is; whoever records it, where it is left out
 */
public record AskAfterMissed(
        @NotNull(message = "Choose why they did not come") MissedBecause missedBecause,

        @NotNull(message = "Say whether they try again") AfterMissed afterMissed,

        LocalDate firstSessionOn,
        LocalTime firstSessionAt,

        @Written(upTo = 300) Narrative meetingPlace,

        @Written(upTo = 200) PersonName metBy,

        Boolean accompanied,

        @Written(upTo = 200) PersonName accompaniedBy,

        @Written(upTo = 2000) Narrative note) {

    /** Refuses answers that do not fit together, given today's date and the group. */
    public void requireWhole(LocalDate today, Group group) {
        Problems answers = new Problems()
                .needSaid(missedBecause == MissedBecause.OTHER, note, "note", "Say what the other reason is");
        if (afterMissed == AfterMissed.TRY_AGAIN) {
            plan().check(answers, today, group);
        }
        answers.refuseIfWrong();
    }

    SessionPlan plan() {
        return new SessionPlan(firstSessionOn, firstSessionAt, meetingPlace, metBy, accompanied, accompaniedBy);
    }
}
