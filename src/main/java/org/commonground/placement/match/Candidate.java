package org.commonground.placement.match;

import java.util.Optional;
import org.commonground.group.Availability;
import org.commonground.group.Group;
import org.commonground.group.GroupFull;
import org.commonground.placement.Placement;

/**
 * A group as matching looks at it.
 *
 * @param waiting how many people wait for a place there
 * @param before how the last placement of this person with this group stands or ended; empty where there was none
 * @param notThere whether the person said that they do not want to go there
 */
public record Candidate(
        Group group, Availability availability, int waiting, Optional<Placement> before, boolean notThere) {

    /** Why there is no place for one more person, after those who wait; empty where there is. */
    Optional<GroupFull.Of> full() {
        return availability.full(waiting);
    }

    /** Places that nobody has or waits for. */
    int free() {
        return Math.max(0, availability.free() - waiting);
    }
}
