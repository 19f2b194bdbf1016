package org.commonground.workflow.engine;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.Role;
import org.commonground.account.TeamId;

/** The names the engine knows people's groups by: {@code team-<uuid>}, {@code group-<uuid>}, {@code role-<word>}. */
public final class EngineGroups {

    private EngineGroups() {}

    public static String team(TeamId team) {
        return "team-" + team;
    }

    /** The organisers of one community group. */
    public static String group(UUID group) {
        return "group-" + group;
    }

    public static String role(Role role) {
        return "role-" + role.word();
    }

    /** Every group of the engine that somebody signed in belongs to. */
    public static Set<String> of(Actor.SignedIn person) {
        Set<String> groups = new TreeSet<>();
        person.roles().forEach(role -> groups.add(role(role)));
        person.teams().forEach(team -> groups.add(team(team)));
        person.groups().forEach(group -> groups.add(group(group)));
        return groups;
    }
}
