package org.commonground.neighbourhood;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.account.Username;
import org.commonground.account.Usernames;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Written;
import org.commonground.platform.personal.WrittenAsMail;

/**
 * What is known about a member of staff. Groups that they may organise besides are left as they are.
 *
 * @param username 2 to 64 of a–z, 0–9, dot, hyphen, underscore and @; capital letters become small ones. It stays the
 *     same for as long as there is the account
 * @param mail may be null; then they get no mail
 * @param roles of staff, without those that are posts
 * @param posts what they are for a neighbourhood; at least one role or post
 * @param teams where a link worker or team lead works
 */
public record KeepStaff(
        @NotNull(message = "Enter a username") @Username String username,

        @NotNull(message = "Enter a name") @Written(upTo = 200)
        PersonName name,

        @WrittenAsMail MailAddress mail,

        @NotNull(message = "Choose the roles, if any") Set<Role> roles,
        @NotNull(message = "Choose the posts, if any") Set<Post> posts,
        @NotNull(message = "Choose the teams, if any") Set<TeamId> teams) {

    public KeepStaff {
        username = Usernames.normal(username);
        roles = roles == null ? null : Set.copyOf(roles);
        posts = posts == null ? null : Set.copyOf(posts);
        teams = teams == null ? null : Set.copyOf(teams);
    }

    @AssertTrue(message = "A link worker or team lead works in at least one team: choose one")
    boolean isInATeam() {
        return roles == null
                || teams == null
                || !teams.isEmpty()
                || !roles.contains(Role.LINK_WORKER) && !roles.contains(Role.TEAM_LEAD);
    }

    @AssertTrue(message = "Choose at least one role or post")
    boolean isOfSomething() {
        return roles == null || posts == null || !roles.isEmpty() || !posts.isEmpty();
    }

    @AssertTrue(message = "A post is held for a neighbourhood: choose it among the posts")
    boolean isOfRolesWithoutPosts() {
        return roles == null || roles.stream().noneMatch(Role::isPost);
    }

    @AssertTrue(message = "An organiser is set up with the group, and a practice's people with the practice")
    boolean isOfStaff() {
        return roles == null || Role.ofStaff().containsAll(roles);
    }

    /** Shows no person. */
    @Override
    public String toString() {
        return "KeepStaff[roles=" + roles + ", posts=" + posts + ", teams=" + teams + "]";
    }
}
