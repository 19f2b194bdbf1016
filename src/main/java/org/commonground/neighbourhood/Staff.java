package org.commonground.neighbourhood;

import java.util.HashSet;
import java.util.Set;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Administration;
import org.commonground.account.IssuedPassword;
import org.commonground.account.NewAccount;
import org.commonground.account.Passwords;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work here: who joins, changes and leaves. Only an administrator or the system may keep them. */
@Service
@Transactional
public class Staff {

    private final Accounts accounts;
    private final NeighbourhoodRepository neighbourhoods;
    private final TeamRepository teams;
    private final Leavers leavers;

    Staff(Accounts accounts, NeighbourhoodRepository neighbourhoods, TeamRepository teams, Leavers leavers) {
        this.neighbourhoods = neighbourhoods;
        this.accounts = accounts;
        this.teams = teams;
        this.leavers = leavers;
    }

    /**
     * Makes an account, whose password is answered this once.
     *
     * @throws Refusal for wrong input, a username that is taken, or an actor who may not
     */
    public IssuedPassword open(KeepStaff command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        requireTeams(command.teams());
        requireNeighbourhoods(command.posts());
        return accounts.issue(
                new NewAccount(
                        command.username(),
                        Passwords.make(),
                        command.name(),
                        command.mail(),
                        command.roles(),
                        command.posts(),
                        command.teams(),
                        Set.of()),
                actor);
    }

    /**
     * Keeps what is known about somebody. Where all of it is so already nothing happens; their username stays.
     *
     * @param meant a role may be left without anybody
     * @throws Refusal for wrong input, for the last administrator's role, where a role would have nobody and that is not
     *     meant, and for a team that they lead
     */
    public void change(AccountId id, KeepStaff command, boolean meant, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        Account before = accounts.active(id);
        requireTeams(command.teams());
        requireNeighbourhoods(command.posts());
        Set<Role> kept = new HashSet<>(before.roles());
        kept.removeIf(role -> role == Role.ORGANISER || role.isPost());
        Set<Role> taken = minus(kept, command.roles());
        leavers.requireLeft(before, taken, minus(before.posts(), command.posts()), meant);
        Set<TeamId> left = worksNowhere(command) ? before.teams() : minus(before.teams(), command.teams());
        leavers.requireNotLeading(before, left);

        Set<Role> roles = new HashSet<>(command.roles());
        if (before.has(Role.ORGANISER)) {
            roles.add(Role.ORGANISER);
        }
        accounts.keep(id, command.name(), roles, command.posts(), command.teams(), command.mail(), actor);
    }

    /** What would be left open if somebody left now. */
    @Transactional(readOnly = true)
    public Leaving leaving(AccountId id) {
        return leavers.leaving(accounts.active(id));
    }

    /**
     * Ends an account: they are signed out, and whoever listens takes their tasks back, in the same transaction.
     *
     * @param meant a role or a group may be left without anybody
     * @throws Refusal while they are the last administrator, lead a team or stand in for somebody; and where a role or a
     *     group would have nobody and that is not meant
     */
    public void end(AccountId id, boolean meant, Actor actor) {
        Administration.require(actor);
        leavers.requireLeft(accounts.active(id), meant);
        accounts.close(id, actor);
    }

    private void requireTeams(Set<TeamId> wanted) {
        if (!wanted.stream()
                .allMatch(team -> teams.find(team).filter(Team::active).isPresent())) {
            throw Refusal.invalid("teams", "Choose teams that have not ended");
        }
    }

    private void requireNeighbourhoods(Set<Post> posts) {
        if (!posts.stream()
                .allMatch(post -> neighbourhoods.find(post.neighbourhood()).isPresent())) {
            throw Refusal.invalid("posts", "Choose posts of neighbourhoods that there are");
        }
    }

    /** A lead or deputy works in the team. */
    private static boolean worksNowhere(KeepStaff command) {
        return !command.roles().contains(Role.LINK_WORKER) && !command.roles().contains(Role.TEAM_LEAD);
    }

    private static <T> Set<T> minus(Set<T> all, Set<T> less) {
        Set<T> rest = new HashSet<>(all);
        rest.removeAll(less);
        return rest;
    }
}
