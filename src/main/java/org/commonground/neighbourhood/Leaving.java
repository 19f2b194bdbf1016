package org.commonground.neighbourhood;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Post;
import org.commonground.account.Role;

/**
 * What would be left open if an account ended now.
 *
 * @param leads the teams that name it as lead or deputy
 * @param standsIn the absences of others, not over yet, in which it stands in
 * @param lastOf the roles nobody else would have
 * @param lastIn the posts nobody else would hold
 * @param lastFor the community groups nobody else would decide for
 */
public record Leaving(List<Team> leads, List<Absence> standsIn, Set<Role> lastOf, Set<Post> lastIn, Set<UUID> lastFor) {

    public Leaving {
        leads = List.copyOf(leads);
        standsIn = List.copyOf(standsIn);
        lastOf = Set.copyOf(lastOf);
        lastIn = Set.copyOf(lastIn);
        lastFor = Set.copyOf(lastFor);
    }

    /** Whether somebody else must be named first: then the account cannot end. */
    public boolean isBound() {
        return !leads.isEmpty() || !standsIn.isEmpty() || lastOf.contains(Role.ADMINISTRATOR);
    }

    /** Whether a role, a post or a group would have nobody: then the account ends only if that is meant. */
    public boolean leavesAGap() {
        return !lastOf.isEmpty() || !lastIn.isEmpty() || !lastFor.isEmpty();
    }
}
