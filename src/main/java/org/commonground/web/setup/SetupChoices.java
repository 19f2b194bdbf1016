package org.commonground.web.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.neighbourhood.Teams;
import org.commonground.web.pages.FormField.Option;
import org.springframework.stereotype.Component;

/** What can be chosen on the pages for setting up, in the order people look for it. */
@Component
class SetupChoices {

    private static final Comparator<Option> BY_LABEL =
            Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER);

    private final Neighbourhoods neighbourhoods;
    private final Teams teams;
    private final Accounts accounts;

    SetupChoices(Neighbourhoods neighbourhoods, Teams teams, Accounts accounts) {
        this.neighbourhoods = neighbourhoods;
        this.teams = teams;
        this.accounts = accounts;
    }

    List<Option> neighbourhoods() {
        return neighbourhoods.all().stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    Map<NeighbourhoodId, String> neighbourhoodNames(Stream<NeighbourhoodId> which) {
        return neighbourhoods.namesOf(which.collect(Collectors.toSet()));
    }

    List<Option> teams() {
        return teams.all().stream()
                .map(team -> new Option(team.id().toString(), team.name()))
                .toList();
    }

    /** Each post of each neighbourhood. */
    List<Option> posts() {
        return neighbourhoods.all().stream()
                .flatMap(one -> Stream.of(Role.values())
                        .filter(Role::isPost)
                        .map(role ->
                                new Option(new Post(role, one.id()).toString(), role.label() + " in " + one.name())))
                .toList();
    }

    String inWords(Post post) {
        return neighbourhoods.inWords(post);
    }

    List<Option> roles() {
        return Stream.of(Role.values())
                .filter(role -> Role.ofStaff().contains(role) && !role.isPost())
                .map(role -> new Option(role.word(), role.label()))
                .toList();
    }

    /** Those who may lead a team. */
    List<Option> peopleOf(TeamId team) {
        return people(accounts.membersOf(team).stream().filter(account -> account.worksIn(team)));
    }

    List<Option> people(Stream<Account> people) {
        return people.map(account -> new Option(
                        account.id().toString(), account.displayName().text() + " (" + account.username() + ")"))
                .sorted(BY_LABEL)
                .toList();
    }
}
