package org.commonground.placement.firstsession;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.commonground.group.Group;
import org.commonground.group.Tier;
import org.commonground.placement.FirstSession;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Problems;

/** A first session as a form plans it: each part may be missing. */
record SessionPlan(
        LocalDate on, LocalTime at, Narrative where, PersonName metBy, Boolean accompanied, PersonName accompaniedBy) {

    private static final int FARTHEST_MONTHS = 6;

    /** Says what is wrong about it, by the fields of the forms, given today's date and the group. */
    void check(Problems answers, LocalDate today, Group group) {
        answers.need(on != null, "firstSessionOn", "Give the day of the first session")
                .need(
                        on == null || !on.isBefore(today),
                        "firstSessionOn",
                        "The day of the first session has passed: give today or a later day")
                .need(
                        on == null || !on.isAfter(today.plusMonths(FARTHEST_MONTHS)),
                        "firstSessionOn",
                        "The first session must be within six months")
                .need(at != null, "firstSessionAt", "Give the time of the first session")
                .needSaid(true, where, "meetingPlace", "Say where the person should come to")
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
                on,
                at,
                where,
                metBy,
                accompanied ? Optional.of(accompaniedBy == null ? recorder : accompaniedBy) : Optional.empty());
    }
}
