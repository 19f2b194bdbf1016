package org.commonground.placement;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.group.Group;
import org.commonground.group.Tier;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;

/**
 * What the person says to a group that said yes, and their first session.
 *
 * @param noReason needed for a no
 * @param firstSessionOn the day of the first session; needed for a yes, like all that follow
 * @param firstSessionAt time of day in Europe/London
 * @param meetingPlace where to come to
 * @param metBy who meets the person
 * @param accompanied whether somebody comes along
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

        Boolean accompanied) {

    private static final int FARTHEST_MONTHS = 6;

    /** Refuses answers that do not fit together, given today's date and the group. */
    void requireWhole(LocalDate today, Group group) {
        boolean yes = personSays == PersonSays.YES;
        new Answers()
                .need(yes || noReason != null, "noReason", "Choose the reason")
                .needSaid(!yes && noReason == PersonNoReason.OTHER, note, "note", "Say what the other reason is")
                .need(!yes || firstSessionOn != null, "firstSessionOn", "Give the day of the first session")
                .need(
                        !yes || firstSessionOn == null || !firstSessionOn.isBefore(today),
                        "firstSessionOn",
                        "The day of the first session has passed: give today or a later day")
                .need(
                        !yes || firstSessionOn == null || !firstSessionOn.isAfter(today.plusMonths(FARTHEST_MONTHS)),
                        "firstSessionOn",
                        "The first session must be within six months")
                .need(!yes || firstSessionAt != null, "firstSessionAt", "Give the time of the first session")
                .needSaid(yes, meetingPlace, "meetingPlace", "Say where the person should come to")
                .needSaid(yes, metBy, "metBy", "Say who meets the person")
                .need(!yes || accompanied != null, "accompanied", "Say whether somebody comes along")
                .need(
                        !yes || group.tier() != Tier.ACCOMPANIED || !Boolean.FALSE.equals(accompanied),
                        "accompanied",
                        "Somebody must come along to this group's first session")
                .refuseIfWrong();
    }
}
