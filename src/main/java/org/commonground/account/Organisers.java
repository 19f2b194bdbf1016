package org.commonground.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who decides for community groups: one or two for each, with an account or without. Only an administrator or the system
 * may keep them.
 */
@Service
@Transactional
public class Organisers {

    private final Accounts accounts;
    private final AccountRepository accountRows;
    private final OrganiserRepository organisers;
    private final Events events;

    Organisers(Accounts accounts, AccountRepository accountRows, OrganiserRepository organisers, Events events) {
        this.accounts = accounts;
        this.accountRows = accountRows;
        this.organisers = organisers;
        this.events = events;
    }

    /** Those who decide for a group, in the order they were made; not those whose account is closed. */
    @Transactional(readOnly = true)
    public List<Organiser> of(UUID group) {
        return organisers.of(group);
    }

    /**
     * A page of all who decide for a group: by username, and then those without an account, by group.
     *
     * @param words part of a username, or whole words of a name; null for all
     */
    @Transactional(readOnly = true)
    public Part<Organiser> listed(String words, int page) {
        return organisers.listed(words, page);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public int count() {
        return organisers.count();
    }

    /** How many decide for each of these groups; one for which nobody does is not among them. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> counts(Collection<UUID> groups) {
        return organisers.counts(groups);
    }

    @Transactional(readOnly = true)
    public Optional<Organiser> find(OrganiserId id) {
        return organisers.find(id);
    }

    /**
     * Somebody new decides for a group. Where the command has a username an account is made, whose password is answered
     * this once; else they never sign in. Whoever decided for the group by this name and without an account is the same.
     *
     * @throws Refusal for wrong input, a username that is taken, or somebody without an account who is there already
     */
    public Optional<IssuedPassword> add(UUID group, KeepOrganiser command, Actor actor) {
        Administration.require(actor);
        requireWhole(command);
        organisers.lock(group);
        Optional<Organiser> there = withoutAccount(group, command.name());
        if (there.isPresent()) {
            if (command.username() == null) {
                throw Refusal.invalid(
                        "name",
                        "Somebody of this name decides for this group already. Write the names so that they can be told"
                                + " apart.");
            }
            return change(there.get().id(), command, actor);
        }
        if (command.username() != null) {
            IssuedPassword issued = issue(command, actor);
            keepPhone(organisers.ofAccount(issued.account()), command);
            decides(organisers.ofAccount(issued.account()), group, actor);
            return Optional.of(issued);
        }
        OrganiserId id = OrganiserId.next();
        organisers.insert(id, null, command.name(), command.mail(), command.phone());
        decides(id, group, actor);
        return Optional.empty();
    }

    /** Somebody who has an account decides for a group from now on. */
    public void join(UUID group, AccountId id, Actor actor) {
        Administration.require(actor);
        accounts.active(id);
        accountRows.giveRole(id, Role.ORGANISER);
        decides(organisers.ofAccount(id), group, actor);
    }

    /**
     * Keeps an organiser's name and the ways to reach them. Whoever had no account, and now has a username, gets one:
     * its password is answered this once. Where all of it is so already nothing happens.
     */
    public Optional<IssuedPassword> change(OrganiserId id, KeepOrganiser command, Actor actor) {
        Administration.require(actor);
        requireWhole(command);
        Organiser before = known(id);
        if (before.account().isPresent()) {
            Account account = accounts.active(before.account().get());
            accounts.keep(
                    account.id(),
                    command.name(),
                    account.roles(),
                    account.posts(),
                    account.teams(),
                    command.mail(),
                    actor);
            if (!Objects.equals(before.phone(), command.phone())) {
                keepPhone(id, command);
                events.publish(AccountChanged.readdressed(account.id(), actor));
            }
            return Optional.empty();
        }
        if (command.username() != null) {
            IssuedPassword issued = issue(command, actor);
            organisers.change(id, issued.account(), command.name(), command.mail(), command.phone());
            events.publish(OrganiserChanged.of(id, "signs-in", actor));
            return Optional.of(issued);
        }
        if (!before.name().equals(command.name())
                || !Objects.equals(before.mail(), command.mail())
                || !Objects.equals(before.phone(), command.phone())) {
            organisers.change(id, null, command.name(), command.mail(), command.phone());
            events.publish(OrganiserChanged.of(id, "changed", actor));
        }
        return Optional.empty();
    }

    /** Keeps the right mail address of an organiser. */
    public void changeMail(OrganiserId id, MailAddress mail, Actor actor) {
        Administration.require(actor);
        Organiser before = known(id);
        if (before.account().isPresent()) {
            accounts.changeMail(before.account().get(), mail, actor);
        } else {
            organisers.change(id, null, before.name(), mail, before.phone());
            events.publish(OrganiserChanged.of(id, "changed", actor));
        }
    }

    /**
     * Somebody decides for a group no more. Whoever decides for none any more, and is nothing else, has no account left.
     *
     * @throws Refusal (conflict) for the last organiser of a group
     */
    public void leave(UUID group, OrganiserId id, Actor actor) {
        Administration.require(actor);
        organisers.lock(group);
        Organiser organiser = known(id);
        if (organisers.of(group).stream().allMatch(other -> other.id().equals(id))) {
            throw Refusal.conflict("A group needs somebody who decides for it. Add another organiser first.");
        }
        organisers.leave(id, group);
        events.publish(OrganiserChanged.of(id, "left", actor));
        if (organiser.groups().equals(Set.of(group))) {
            organiser.account().flatMap(accounts::find).ifPresent(account -> noLonger(account, actor));
        }
    }

    private Optional<Organiser> withoutAccount(UUID group, PersonName name) {
        return organisers.of(group).stream()
                .filter(organiser -> organiser.account().isEmpty())
                .filter(organiser -> organiser.name().text().equalsIgnoreCase(name.text()))
                .findFirst();
    }

    private void noLonger(Account account, Actor actor) {
        accountRows.takeRole(account.id(), Role.ORGANISER);
        events.publish(AccountChanged.moved(account.id(), actor));
        if (account.roles().equals(Set.of(Role.ORGANISER))) {
            accounts.close(account.id(), actor);
        }
    }

    private IssuedPassword issue(KeepOrganiser command, Actor actor) {
        return accounts.issue(
                new NewAccount(
                        command.username(),
                        Passwords.make(),
                        command.name(),
                        command.mail(),
                        Set.of(Role.ORGANISER),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                actor);
    }

    private void keepPhone(OrganiserId id, KeepOrganiser command) {
        AccountId account = known(id).account().orElseThrow();
        organisers.change(id, account, null, null, command.phone());
    }

    private void decides(OrganiserId id, UUID group, Actor actor) {
        organisers.join(id, group);
        events.publish(OrganiserChanged.of(id, "joined", actor));
        known(id).account().ifPresent(account -> events.publish(AccountChanged.moved(account, actor)));
    }

    private Organiser known(OrganiserId id) {
        return organisers.find(id).orElseThrow(() -> Refusal.notFound("There is no such organiser"));
    }

    private static void requireWhole(KeepOrganiser command) {
        new Problems()
                .check(command)
                .need(
                        command.mail() != null || command.phone() != null,
                        "mail",
                        "Enter a mail address or a phone number, so that they can be asked")
                .refuseIfWrong();
    }
}
