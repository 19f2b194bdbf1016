package org.commonground.neighbourhood;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who hears that work was left undone. It is always somebody besides those who left it: whoever is alone in a team or a
 * role is no stand-in for themselves, and then the administrators hear too, or the neighbourhood's managers where no
 * administrator can be written to. Only accounts with a mail address count, for nobody else would hear.
 */
@Service
@Transactional(readOnly = true)
public class Ladder {

    private final Accounts accounts;
    private final Teams teams;

    Ladder(Accounts accounts, Teams teams) {
        this.accounts = accounts;
        this.teams = teams;
    }

    /** For the work of a team: whoever leads it today, and the deputy where that is nobody else than who left it. */
    public List<Account> ofTeam(TeamId team) {
        List<Account> late = accounts.membersOf(team);
        List<Account> lead = reachable(teams.leadOf(team).stream().toList());
        return isSomebodyElse(lead, late)
                ? lead
                : hearing(
                        late,
                        teams.find(team).map(Team::neighbourhood),
                        Stream.concat(lead.stream(), teams.deputyOf(team).stream())
                                .distinct()
                                .toList());
    }

    /** For the work of a post, or of its deputies: the deputies; the last where it has none. */
    public List<Account> ofPost(Post post) {
        Post first = Stream.of(Role.values())
                .filter(role -> role.deputy().filter(post.role()::equals).isPresent())
                .findFirst()
                .map(role -> new Post(role, post.neighbourhood()))
                .orElse(post);
        return hearing(
                accounts.holding(first),
                Optional.of(post.neighbourhood()),
                first.deputy().map(accounts::holding).orElse(List.of()));
    }

    /**
     * For the work of a role that is no post: an administrator's managers.
     *
     * @param where the neighbourhood the work is about; empty where it is about the installation alone
     */
    public List<Account> ofRole(Role role, Optional<NeighbourhoodId> where) {
        return role == Role.ADMINISTRATOR
                ? hearing(accounts.withRole(Role.ADMINISTRATOR), where, managers(where))
                : last(where);
    }

    /**
     * The last who can be told; empty only where neither an administrator nor a manager there has an address.
     *
     * @param where as in {@link #ofRole}
     */
    public List<Account> last(Optional<NeighbourhoodId> where) {
        List<Account> administrators = reachable(accounts.withRole(Role.ADMINISTRATOR));
        return administrators.isEmpty() ? reachable(managers(where)) : administrators;
    }

    private List<Account> managers(Optional<NeighbourhoodId> where) {
        return where.map(place -> accounts.holding(new Post(Role.MANAGER, place)))
                .orElseGet(() -> accounts.holdingAnywhere(Role.MANAGER));
    }

    private List<Account> hearing(List<Account> late, Optional<NeighbourhoodId> where, List<Account> standIns) {
        List<Account> reachable = reachable(standIns);
        return isSomebodyElse(reachable, late)
                ? reachable
                : Stream.concat(reachable.stream(), last(where).stream())
                        .distinct()
                        .toList();
    }

    private static boolean isSomebodyElse(List<Account> hearing, List<Account> late) {
        return hearing.stream().anyMatch(somebody -> late.stream().anyMatch(other -> !same(somebody, other)));
    }

    private static List<Account> reachable(List<Account> accounts) {
        return accounts.stream().filter(account -> account.mail() != null).toList();
    }

    private static boolean same(Account one, Account other) {
        return one.id().equals(other.id());
    }
}
