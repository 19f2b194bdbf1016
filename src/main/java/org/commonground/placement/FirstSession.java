package org.commonground.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;

/**
 * When and where a person first goes to a group.
 *
 * @param at time of day in Europe/London
 * @param where where to come to
 * @param metBy who meets the person
 * @param accompanied whether somebody comes along
 */
public record FirstSession(LocalDate on, LocalTime at, Narrative where, PersonName metBy, boolean accompanied) {

    /** The moment it starts. */
    public Instant start() {
        return on.atTime(at).atZone(WorkingDays.LONDON).toInstant();
    }
}
