package org.commonground.placement;

import java.util.Optional;
import org.commonground.group.Availability;
import org.commonground.group.Group;

/**
 * A group as matching looks at it.
 *
 * @param before how the last placement of this person with this group stands or ended; empty where there was none
 */
public record Candidate(Group group, Availability availability, Optional<Placement> before) {}
