package org.commonground.account;

import java.util.Set;
import java.util.UUID;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who decides for community groups: two for each, so that one may be away. Only an administrator may keep them. */
@Service
@Transactional
public class Organisers {

    private final Accounts accounts;
    private final AccountRepository repository;
    private final Events events;

    Organisers(Accounts accounts, AccountRepository repository, Events events) {
        this.accounts = accounts;
        this.repository = repository;
        this.events = events;
    }

    /** Makes an account for somebody who decides for a group; its password is answered this once. */
    public IssuedPassword open(UUID group, KeepOrganiser command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        return accounts.issue(
                new NewAccount(
                        command.username(),
                        Passwords.make(),
                        command.name(),
                        command.mail(),
                        Set.of(Role.ORGANISER),
                        Set.of(),
                        Set.of(),
                        Set.of(group)),
                actor);
    }

    /** Somebody who has an account decides for a group from now on. */
    public void join(UUID group, AccountId id, Actor actor) {
        Administration.require(actor);
        accounts.active(id);
        repository.giveRole(id, Role.ORGANISER);
        repository.joinGroup(id, group);
        events.publish(AccountChanged.moved(id, actor));
    }

    /** Keeps an organiser's name and mail address. Where all of it is so already nothing happens. */
    public void change(AccountId id, KeepOrganiser command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        Account before = accounts.active(id);
        accounts.keep(id, command.name(), before.roles(), before.posts(), before.teams(), command.mail(), actor);
    }

    /**
     * Somebody decides for a group no more. Whoever decides for none any more, and is nothing else, has no account left.
     *
     * @throws Refusal (conflict) for the last organiser of a group
     */
    public void leave(UUID group, AccountId id, Actor actor) {
        Administration.require(actor);
        Account account = accounts.active(id);
        if (repository.inGroup(group).stream().allMatch(other -> other.id().equals(id))) {
            throw Refusal.conflict("A group needs somebody who decides for it. Add another organiser first.");
        }
        repository.leaveGroup(id, group);
        if (account.groups().equals(Set.of(group))) {
            repository.takeRole(id, Role.ORGANISER);
        }
        events.publish(AccountChanged.moved(id, actor));
        if (account.groups().equals(Set.of(group)) && account.roles().equals(Set.of(Role.ORGANISER))) {
            accounts.close(id, actor);
        }
    }
}
