package org.commonground.web.setup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Whom and which team a file means: it knows them by name. */
@Component
class SetupNames {

    private final Teams teams;
    private final Accounts accounts;

    SetupNames(Teams teams, Accounts accounts) {
        this.teams = teams;
        this.accounts = accounts;
    }

    Optional<Team> team(String name) {
        return teams.all().stream()
                .filter(team -> team.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** @throws Refusal where a team is not known */
    Set<TeamId> teams(String joined) {
        return Cells.parts(joined).stream()
                .map(name -> team(name)
                        .orElseThrow(() -> Refusal.invalid("teams", "There is no team with one of these names")))
                .map(Team::id)
                .collect(Collectors.toSet());
    }

    /**
     * Whom a cell names; null where it is empty.
     *
     * @throws Refusal where nobody who works here has this username
     */
    AccountId person(Map<String, String> wanted, String column) {
        String username = wanted.get(column);
        return username == null
                ? null
                : accounts.byUsername(username)
                        .filter(Account::active)
                        .map(Account::id)
                        .orElseThrow(() -> Refusal.invalid(column, "There is nobody with this username"));
    }

    String username(AccountId id) {
        return id == null ? null : accounts.find(id).map(Account::username).orElse(null);
    }
}
