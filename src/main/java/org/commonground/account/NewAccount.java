package org.commonground.account;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;

/**
 * Asks for an account.
 *
 * @param username 2 to 64 of a–z, 0–9, dot, hyphen, underscore and @; capital letters become small ones
 * @param password 12 to 72 characters; kept as a hash only
 * @param mail may be null
 * @param roles those that are no posts
 */
public record NewAccount(
        @NotNull(message = "Enter a username") @Username String username,

        @NotNull(message = "Enter a password")
        @Size(min = 12, max = 72, message = "Password must have 12 to 72 characters")
        String password,

        @NotNull(message = "Enter a name") PersonName displayName,
        MailAddress mail,
        Set<Role> roles,
        Set<Post> posts,
        Set<TeamId> teams,
        Set<UUID> groups) {

    public NewAccount {
        username = Usernames.normal(username);
        roles = Set.copyOf(roles);
        posts = Set.copyOf(posts);
        teams = Set.copyOf(teams);
        groups = Set.copyOf(groups);
    }

    /** An account with roles that belongs to no team and no group yet. */
    public static NewAccount of(String username, String password, String displayName, String mail, Role... roles) {
        return new NewAccount(
                username,
                password,
                PersonName.of(displayName),
                MailAddress.of(mail),
                new HashSet<>(Arrays.asList(roles)),
                Set.of(),
                Set.of(),
                Set.of());
    }

    public NewAccount inTeams(TeamId... ids) {
        return new NewAccount(
                username, password, displayName, mail, roles, posts, new HashSet<>(Arrays.asList(ids)), groups);
    }

    public NewAccount holding(Post... held) {
        return new NewAccount(
                username, password, displayName, mail, roles, new HashSet<>(Arrays.asList(held)), teams, groups);
    }

    @AssertTrue(message = "Say for which neighbourhood")
    boolean isOfRolesWithoutPosts() {
        return roles.stream().noneMatch(Role::isPost);
    }

    public NewAccount inGroups(UUID... ids) {
        return new NewAccount(
                username, password, displayName, mail, roles, posts, teams, new HashSet<>(Arrays.asList(ids)));
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "NewAccount[roles=" + roles + ", posts=" + posts + ", teams=" + teams + ", groups=" + groups + "]";
    }
}
