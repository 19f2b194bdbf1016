package org.commonground.testing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.NewAccount;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.springframework.beans.factory.BeanFactory;

/** Makes accounts of one test's own, each with a password that the test knows. */
public final class People {

    public static final String PASSWORD = "a long password of a test";

    private final Accounts accounts;
    private final NeighbourhoodId where;

    private People(Accounts accounts, NeighbourhoodId where) {
        this.accounts = accounts;
        this.where = where;
    }

    public static People in(BeanFactory context) {
        return at(Here.in(context), context);
    }

    /** The same; posts they have are of that neighbourhood. */
    public static People at(NeighbourhoodId where, BeanFactory context) {
        return new People(context.getBean(Accounts.class), where);
    }

    public Person inTeam(TeamId team, Role... roles) {
        return make(Set.of(team), Set.of(), roles);
    }

    public Person inTeams(Collection<TeamId> teams, Role... roles) {
        return make(Set.copyOf(teams), Set.of(), roles);
    }

    public Person organiserOf(UUID group) {
        return make(Set.of(), Set.of(group), Role.ORGANISER);
    }

    public Person with(Role... roles) {
        return make(Set.of(), Set.of(), roles);
    }

    private Person make(Set<TeamId> teams, Set<UUID> groups, Role... roles) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Account account = accounts.create(
                new NewAccount(
                        "test-" + mark,
                        PASSWORD,
                        new PersonName("Tester " + mark),
                        new MailAddress(mark + "@staff.example"),
                        Arrays.stream(roles).filter(role -> !role.isPost()).collect(Collectors.toSet()),
                        Arrays.stream(roles)
                                .filter(Role::isPost)
                                .map(role -> new Post(role, where))
                                .collect(Collectors.toSet()),
                        teams,
                        groups),
                Actor.SYSTEM);
        return new Person(account, PASSWORD);
    }

    /** Somebody with an account. */
    public record Person(Account account, String password) {

        public AccountId id() {
            return account.id();
        }

        public String username() {
            return account.username();
        }

        public Actor.SignedIn actor() {
            return account.asActor();
        }
    }
}
