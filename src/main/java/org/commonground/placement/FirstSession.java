package org.commonground.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;

/**
 * When and where a person first goes to a group.
 *
 * @param at time of day in Europe/London
 * @param where where to come to
 * @param metBy who meets the person
 * @param companion who comes along with them; empty where nobody does
 */
public record FirstSession(
        LocalDate on, LocalTime at, Narrative where, PersonName metBy, Optional<PersonName> companion) {

    /** The moment it starts. */
    public Instant start() {
        return on.atTime(at).atZone(WorkingDays.LONDON).toInstant();
    }
}
