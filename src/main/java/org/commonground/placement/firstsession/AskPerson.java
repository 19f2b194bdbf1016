package org.commonground.placement.firstsession;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.group.Group;
import org.commonground.placement.PersonSays;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What the person says to a group that said yes, and their first session.
 *
 * @param noReason needed for a no
 * @param firstSessionOn the day of the first session; needed for a yes, like all that follow
 * @param firstSessionAt time of day in Europe/London
 * @param meetingPlace where to come to
 * @param metBy who meets the person
 * @param accompanied whether somebody comes along
 * @param accompaniedBy who that is; whoever records it, where it is left out
 */
public record AskPerson(
        @NotNull(message = "Say whether the person says yes")
        PersonSays personSays,

        PersonNoReason noReason,

        @Written(upTo = 2000) Narrative note,

        LocalDate firstSessionOn,
        LocalTime firstSessionAt,

        @Written(upTo = 300) Narrative meetingPlace,

        @Written(upTo = 200) PersonName metBy,

        Boolean accompanied,

        @Written(upTo = 200) PersonName accompaniedBy) {

    /** Refuses answers that do not fit together, given today's date and the group. */
    public void requireWhole(LocalDate today, Group group) {
        boolean yes = personSays == PersonSays.YES;
        Problems answers = new Problems()
                .need(yes || noReason != null, "noReason", "Choose the reason")
                .needSaid(!yes && noReason == PersonNoReason.OTHER, note, "note", "Say what the other reason is");
        if (yes) {
            plan().check(answers, today, group);
        }
        answers.refuseIfWrong();
    }

    SessionPlan plan() {
        return new SessionPlan(firstSessionOn, firstSessionAt, meetingPlace, metBy, accompanied, accompaniedBy);
    }
}
