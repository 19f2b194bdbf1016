package org.commonground.workflow.engine;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonground.account.AccountId;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.Worded;

/**
 * The names the engine knows people's groups by: {@code team-<uuid>}, {@code group-<uuid>}, {@code role-<word>},
 * {@code post-<word>-<uuid>} for a post of a neighbourhood, and
 * {@code person-<uuid>} for somebody alone, to whom a task is brought that their groups do not have.
 */
public final class EngineGroups {

    private static final String TEAM = "team-";
    private static final String GROUP = "group-";
    private static final String ROLE = "role-";
    private static final String POST = "post-";

    private EngineGroups() {}

    public static String team(TeamId team) {
        return TEAM + team;
    }

    /** The organisers of one community group. */
    public static String group(UUID group) {
        return GROUP + group;
    }

    /** Somebody alone. */
    public static String person(AccountId person) {
        return "person-" + person;
    }

    public static String role(Role role) {
        return ROLE + role.word();
    }

    public static String post(Post post) {
        return POST + post.role().word() + "-" + post.neighbourhood();
    }

    /** The post a group of the engine stands for; empty where it is another kind. */
    public static Optional<Post> postOf(String group) {
        return Stream.of(Role.values())
                .filter(Role::isPost)
                .filter(role -> group.startsWith(POST + role.word() + "-"))
                .findFirst()
                .map(role -> new Post(role, NeighbourhoodId.of(group.substring((POST + role.word() + "-").length()))));
    }

    /** The team a group of the engine stands for; empty where it is another kind. */
    public static Optional<TeamId> teamOf(String group) {
        return group.startsWith(TEAM) ? Optional.of(TeamId.of(group.substring(TEAM.length()))) : Optional.empty();
    }

    public static boolean isTeam(String group) {
        return group.startsWith(TEAM);
    }

    /** The community group whose organisers a group of the engine stands for; empty where it is another kind. */
    public static Optional<UUID> groupOf(String group) {
        return group.startsWith(GROUP)
                ? Optional.of(UUID.fromString(group.substring(GROUP.length())))
                : Optional.empty();
    }

    /** The role a group of the engine stands for; empty where it is another kind. */
    public static Optional<Role> roleOf(String group) {
        return group.startsWith(ROLE)
                ? Optional.of(Worded.of(Role.class, group.substring(ROLE.length())))
                : Optional.empty();
    }

    /** Every group of the engine that somebody signed in belongs to. */
    public static Set<String> of(Actor.SignedIn person) {
        Set<String> groups = new TreeSet<>(Set.of(person(person.account())));
        person.roles().forEach(role -> groups.add(role(role)));
        person.posts().forEach(post -> groups.add(post(post)));
        person.teams().forEach(team -> groups.add(team(team)));
        person.groups().forEach(group -> groups.add(group(group)));
        return groups;
    }
}
