package org.commonground.neighbourhood;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Organisers;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/** What hangs on an account, and what may not be left open: every ladder ends at a named person. */
@Component
class Leavers {

    private final Accounts accounts;
    private final Organisers organisers;
    private final Neighbourhoods neighbourhoods;
    private final TeamRepository teams;
    private final AbsenceRepository absences;
    private final WorkingDays days;

    Leavers(
            Accounts accounts,
            Organisers organisers,
            Neighbourhoods neighbourhoods,
            TeamRepository teams,
            AbsenceRepository absences,
            WorkingDays days) {
        this.neighbourhoods = neighbourhoods;
        this.accounts = accounts;
        this.organisers = organisers;
        this.teams = teams;
        this.absences = absences;
        this.days = days;
    }

    Leaving leaving(Account account) {
        return new Leaving(
                teams.named(Set.of(account.id())),
                absences.stoodInBy(account.id(), days.today()),
                lastOf(account, account.roles()),
                lastIn(account, account.posts()),
                account.groups().stream()
                        .filter(group -> organisers.of(group).stream()
                                .allMatch(other -> other.account().equals(Optional.of(account.id()))))
                        .collect(Collectors.toSet()));
    }

    /** Refuses to leave a place that must have somebody; and one that should, unless that is meant. */
    void requireLeft(Account account, boolean meant) {
        accounts.lockHolders(account.roles());
        accounts.lockHoldersOf(account.posts());
        Leaving leaving = leaving(account);
        requireAnAdministrator(leaving.lastOf());
        if (!leaving.leads().isEmpty()) {
            throw Refusal.conflict(
                    "They lead " + names(leaving.leads()) + " or are its deputy. Name somebody else first.");
        }
        if (!leaving.standsIn().isEmpty()) {
            throw Refusal.conflict("They stand in for somebody who is away. Name somebody else first.");
        }
        if (leaving.leavesAGap() && !meant) {
            throw Refusal.invalid("meant", gap(leaving.lastOf(), leaving.lastIn(), leaving.lastFor()));
        }
    }

    /** Refuses to take roles and posts away, as {@link #requireLeft} does for all of them. */
    void requireLeft(Account account, Set<Role> taken, Set<Post> ended, boolean meant) {
        accounts.lockHolders(taken);
        accounts.lockHoldersOf(ended);
        Set<Role> last = lastOf(account, taken);
        Set<Post> lastIn = lastIn(account, ended);
        requireAnAdministrator(last);
        if (!(last.isEmpty() && lastIn.isEmpty()) && !meant) {
            throw Refusal.invalid("meant", gap(last, lastIn, Set.of()));
        }
    }

    /** Refuses that somebody leaves teams which name them as lead or deputy. */
    void requireNotLeading(Account account, Set<TeamId> left) {
        List<Team> led = teams.named(Set.of(account.id())).stream()
                .filter(team -> left.contains(team.id()))
                .toList();
        if (!led.isEmpty()) {
            throw Refusal.invalid("teams", "They lead " + names(led) + " or are its deputy. Name somebody else first.");
        }
    }

    private Set<Role> lastOf(Account account, Set<Role> roles) {
        Set<Role> last = EnumSet.noneOf(Role.class);
        roles.stream()
                // those of a team's people are many; an organiser's is looked at group by group; a practice may be
                // without
                .filter(role -> role != Role.LINK_WORKER
                        && role != Role.TEAM_LEAD
                        && !role.isPost()
                        && Role.ofStaff().contains(role))
                .filter(role -> isAlone(account, accounts.withRole(role)))
                .forEach(last::add);
        return last;
    }

    private Set<Post> lastIn(Account account, Set<Post> posts) {
        return posts.stream()
                .filter(post -> isAlone(account, accounts.holding(post)))
                .collect(Collectors.toSet());
    }

    private static boolean isAlone(Account account, List<Account> holders) {
        return holders.stream().allMatch(holder -> holder.id().equals(account.id()));
    }

    private static void requireAnAdministrator(Set<Role> last) {
        if (last.contains(Role.ADMINISTRATOR)) {
            throw Refusal.conflict("This is the last administrator. Make somebody else an administrator first.");
        }
    }

    private String gap(Set<Role> roles, Set<Post> posts, Set<UUID> groups) {
        String named = Stream.concat(
                        roles.stream().sorted().map(role -> role.label().toLowerCase(Locale.ROOT)),
                        posts.stream().sorted().map(post -> neighbourhoods.inWords(post)))
                .collect(Collectors.joining(", "));
        return "Nobody else is "
                + (named.isEmpty() ? "" : named)
                + (named.isEmpty() || groups.isEmpty() ? "" : ", or ")
                + (groups.isEmpty() ? "" : "organiser of a group of theirs")
                + ". Say that this is meant, or name somebody else first";
    }

    private static String names(List<Team> teams) {
        return teams.stream().map(Team::name).collect(Collectors.joining(", "));
    }
}
