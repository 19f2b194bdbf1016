package org.commonground.placement.firstsession;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.commonground.group.Group;
import org.commonground.group.Tier;
import org.commonground.placement.FirstSession;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * A first session as a form's fields plan it: each part may be missing.
 *
 * @param firstSessionAt time of day in Europe/London
 * @param meetingPlace where to come to
 * @param metBy who meets the person
 * @param accompanied whether somebody comes along
 * @param accompaniedBy who that is; whoever records it, where it is left out
 */
public record SessionPlan(
        LocalDate firstSessionOn,
        LocalTime firstSessionAt,
        @Written(upTo = 300) Narrative meetingPlace,
        @Written(upTo = 200) PersonName metBy,
        Boolean accompanied,
        @Written(upTo = 200) PersonName accompaniedBy) {

    public static final SessionPlan NONE = new SessionPlan(null, null, null, null, null, null);

    private static final int FARTHEST_MONTHS = 6;

    /** Says what is wrong about it, by the fields of the forms, given today's date and the group. */
    void check(Problems answers, LocalDate today, Group group) {
        answers.need(firstSessionOn != null, "firstSessionOn", "Give the day of the first session")
                .need(
                        firstSessionOn == null || !firstSessionOn.isBefore(today),
                        "firstSessionOn",
                        "The day of the first session has passed: give today or a later day")
                .need(
                        firstSessionOn == null || !firstSessionOn.isAfter(today.plusMonths(FARTHEST_MONTHS)),
                        "firstSessionOn",
                        "The first session must be within six months")
                .need(firstSessionAt != null, "firstSessionAt", "Give the time of the first session")
                .needSaid(true, meetingPlace, "meetingPlace", "Say where the person should come to")
                .needSaid(true, metBy, "metBy", "Say who meets the person")
                .need(accompanied != null, "accompanied", "Say whether somebody comes along")
                .need(
                        group.tier() != Tier.ACCOMPANIED || !Boolean.FALSE.equals(accompanied),
                        "accompanied",
                        "Somebody must come along to this group's first session");
    }

    /** @param recorder who comes along where nobody else was named */
    FirstSession session(PersonName recorder) {
        return new FirstSession(
                firstSessionOn,
                firstSessionAt,
                meetingPlace,
                metBy,
                accompanied ? Optional.of(accompaniedBy == null ? recorder : accompaniedBy) : Optional.empty());
    }
}
