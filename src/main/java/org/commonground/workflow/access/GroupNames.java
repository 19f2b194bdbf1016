package org.commonground.workflow.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.workflow.engine.EngineGroups;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The engine's groups: every team, every community group's organisers, every post and every role, with names people know. */
@Component
class GroupNames {

    /** What the ids made by {@link EngineGroups} begin with. */
    private static final String TEAM = "team-";

    private static final String GROUP = "group-";

    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Groups groups;

    GroupNames(Neighbourhoods neighbourhoods, Teams teams, Groups groups) {
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.groups = groups;
    }

    Optional<Group> find(String id) {
        try {
            if (id.startsWith(TEAM)) {
                return teams.find(TeamId.of(id.substring(TEAM.length()))).map(GroupNames::team);
            }
            if (id.startsWith(GROUP)) {
                return groups.find(GroupId.of(id.substring(GROUP.length()))).map(GroupNames::group);
            }
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
        Optional<Post> post = EngineGroups.postOf(id);
        if (post.isPresent()) {
            return post.filter(one -> neighbourhoods.find(one.neighbourhood()).isPresent())
                    .map(this::post);
        }
        return roles().filter(role -> role.getId().equals(id)).findFirst();
    }

    List<Group> all() {
        return Stream.of(
                        teams.all().stream().map(GroupNames::team),
                        groups.list().stream().map(GroupNames::group),
                        posts(),
                        roles())
                .flatMap(same -> same)
                .toList();
    }

    private Stream<Group> posts() {
        return neighbourhoods.all().stream()
                .flatMap(one ->
                        Arrays.stream(Role.values()).filter(Role::isPost).map(role -> post(new Post(role, one.id()))));
    }

    private Group post(Post post) {
        return named(EngineGroups.post(post), StringUtils.capitalize(neighbourhoods.inWords(post)), "POST");
    }

    private static Stream<Group> roles() {
        return Arrays.stream(Role.values())
                .map(role -> named(
                        EngineGroups.role(role),
                        role.name().charAt(0) + lower(role).substring(1),
                        "ROLE"));
    }

    private static String lower(Role role) {
        return role.word().replace('-', ' ');
    }

    private static Group team(Team team) {
        return named(EngineGroups.team(team.id()), team.name(), "TEAM");
    }

    private static Group group(org.commonground.group.Group group) {
        return named(EngineGroups.group(group.id().value()), group.name(), "GROUP");
    }

    private static Group named(String id, String name, String type) {
        Group group = new GroupEntity();
        group.setId(id);
        group.setName(name);
        group.setType(type);
        return group;
    }
}
