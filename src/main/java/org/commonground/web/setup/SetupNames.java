package org.commonground.web.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Neighbourhood;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.submitted.Submitted;
import org.springframework.stereotype.Component;

/** Whom, which team and which neighbourhood a file means: it knows them by name. */
@Component
class SetupNames {

    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Accounts accounts;

    SetupNames(Neighbourhoods neighbourhoods, Teams teams, Accounts accounts) {
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.accounts = accounts;
    }

    /** The neighbourhood that a cell names, or the only one; null where there is none, which is then a problem. */
    NeighbourhoodId neighbourhood(String name, String column, Problems problems) {
        if (name == null && neighbourhoods.count() == 1) {
            return neighbourhoods.all().get(0).id();
        }
        Optional<NeighbourhoodId> found = Optional.ofNullable(name).flatMap(this::neighbourhood);
        problems.need(name == null || found.isPresent(), column, "There is no neighbourhood with this name");
        return found.orElse(null);
    }

    /** The neighbourhoods that a cell names. */
    Set<NeighbourhoodId> neighbourhoods(String names, String column, Problems problems) {
        List<Optional<NeighbourhoodId>> found =
                Submitted.parts(names).stream().map(this::neighbourhood).toList();
        problems.need(
                found.stream().allMatch(Optional::isPresent),
                column,
                "There is no neighbourhood with one of these names");
        return found.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    Optional<NeighbourhoodId> neighbourhood(String name) {
        return neighbourhoods.named(name).map(Neighbourhood::id);
    }

    String nameOf(NeighbourhoodId id) {
        return neighbourhoods.get(id).name();
    }

    /** The posts that a cell names: {@code safeguarding-lead in Riverside}. */
    Set<Post> posts(Map<String, String> wanted, String column, Problems problems) {
        List<Optional<Post>> found =
                Submitted.parts(wanted.get(column)).stream().map(this::post).toList();
        problems.need(
                found.stream().allMatch(Optional::isPresent),
                column,
                "Write each post like: safeguarding-lead in "
                        + neighbourhoods.all().stream()
                                .findFirst()
                                .map(Neighbourhood::name)
                                .orElse("Riverside"));
        return found.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private Optional<Post> post(String words) {
        String[] parts = words.strip().split("\\s+in\\s+", 2);
        return parts.length < 2
                ? Optional.empty()
                : Stream.of(Role.values())
                        .filter(role -> role.isPost() && role.word().equalsIgnoreCase(parts[0]))
                        .findFirst()
                        .flatMap(role -> neighbourhood(parts[1]).map(where -> new Post(role, where)));
    }

    /** The same posts as a cell. */
    String ofPosts(Set<Post> posts) {
        return posts.stream()
                .map(post -> post.role().word() + " in " + nameOf(post.neighbourhood()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    Optional<Team> team(String name) {
        return teams.named(name);
    }

    /** The team that a cell names; null where it is empty, or where there is none, which is then a problem. */
    TeamId team(Map<String, String> wanted, String column, Problems problems) {
        Optional<TeamId> team = team(wanted.get(column)).map(Team::id);
        problems.need(wanted.get(column) == null || team.isPresent(), column, "There is no team with this name");
        return team.orElse(null);
    }

    /** The teams that a cell names. */
    Set<TeamId> teams(Map<String, String> wanted, String column, Problems problems) {
        List<Optional<Team>> found =
                Submitted.parts(wanted.get(column)).stream().map(this::team).toList();
        problems.need(found.stream().allMatch(Optional::isPresent), column, "There is no team with one of these names");
        return found.stream().flatMap(Optional::stream).map(Team::id).collect(Collectors.toSet());
    }

    /** Whom a cell names; null where it is empty, or where nobody works here by that name, which is then a problem. */
    AccountId person(Map<String, String> wanted, String column, Problems problems) {
        Optional<AccountId> person = Optional.ofNullable(wanted.get(column))
                .flatMap(accounts::byUsername)
                .filter(Account::active)
                .map(Account::id);
        problems.need(wanted.get(column) == null || person.isPresent(), column, "There is nobody with this username");
        return person.orElse(null);
    }

    String username(AccountId id) {
        return id == null ? null : accounts.find(id).map(Account::username).orElse(null);
    }
}
