package org.commonground.account;

import java.util.Set;
import java.util.UUID;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;

/**
 * Somebody who may sign in: staff, or an organiser of a community group.
 *
 * @param username what they type to sign in, in lower case; never shown to others and never their id in the engine
 * @param displayName the name screens show
 * @param mail where mails to them go; null where they have none
 * @param roles those of their posts among them
 * @param posts what they are for a neighbourhood, now
 * @param groups the community groups they decide for
 * @param active false: they may not sign in and nothing is sent to them
 * @param temporaryPassword whether their password was made for them and is to be changed before anything else
 * @param passwordMark another one for each password they ever have; tells nothing about it
 */
public record Account(
        AccountId id,
        String username,
        PersonName displayName,
        MailAddress mail,
        Set<Role> roles,
        Set<Post> posts,
        Set<TeamId> teams,
        Set<UUID> groups,
        boolean active,
        boolean temporaryPassword,
        String passwordMark) {

    public Account {
        roles = Set.copyOf(roles);
        posts = Set.copyOf(posts);
        teams = Set.copyOf(teams);
        groups = Set.copyOf(groups);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }

    /** Whether they are in a team and do its work there. */
    public boolean worksIn(TeamId team) {
        return teams.contains(team) && (has(Role.LINK_WORKER) || has(Role.TEAM_LEAD));
    }

    /** This account as the one who does something now. */
    public Actor.SignedIn asActor() {
        return new Actor.SignedIn(id, roles, posts, teams, groups);
    }
}
