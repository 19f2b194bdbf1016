package org.commonground.workflow.access;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.workflow.engine.EngineGroups;
import org.springframework.stereotype.Component;

/**
 * Who may know whose name in the engine's web applications: those who work in or for the same neighbourhood, as its
 * team, in its posts, or deciding for a group that people are sent to from there. Administrators are the installation's:
 * everybody may know their names.
 */
@Component
class Neighbours {

    private static final String OF_THE_INSTALLATION = EngineGroups.role(Role.ADMINISTRATOR);

    private final Teams teams;
    private final Groups groups;

    Neighbours(Teams teams, Groups groups) {
        this.teams = teams;
        this.groups = groups;
    }

    /** Both by the engine's groups they are in. */
    boolean mayKnow(Collection<String> viewer, Collection<String> other) {
        return other.contains(OF_THE_INSTALLATION) || !Collections.disjoint(of(other), of(viewer));
    }

    private Set<NeighbourhoodId> of(Collection<String> engineGroups) {
        return engineGroups.stream().flatMap(this::of).collect(Collectors.toSet());
    }

    private Stream<NeighbourhoodId> of(String engineGroup) {
        Optional<NeighbourhoodId> one = EngineGroups.postOf(engineGroup)
                .map(Post::neighbourhood)
                .or(() -> EngineGroups.teamOf(engineGroup).flatMap(teams::find).map(Team::neighbourhood));
        return one.map(Stream::of)
                .orElseGet(() -> EngineGroups.groupOf(engineGroup).map(GroupId::new).flatMap(groups::find).stream()
                        .flatMap(group -> Stream.concat(Stream.of(group.home()), group.alsoFor().stream())));
    }
}
