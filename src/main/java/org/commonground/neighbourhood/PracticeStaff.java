package org.commonground.neighbourhood;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonground.account.Account;
import org.commonground.account.AccountChanged;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Administration;
import org.commonground.account.IssuedPassword;
import org.commonground.account.NewAccount;
import org.commonground.account.Passwords;
import org.commonground.account.PracticeId;
import org.commonground.account.Role;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of practices without a system, each of one practice. They leave as staff do: {@link Staff#end}.
 */
@Service
@Transactional
public class PracticeStaff {

    private final Accounts accounts;
    private final Practices practices;
    private final PracticeRepository rows;
    private final Events events;

    PracticeStaff(Accounts accounts, Practices practices, PracticeRepository rows, Events events) {
        this.accounts = accounts;
        this.practices = practices;
        this.rows = rows;
        this.events = events;
    }

    /**
     * Makes an account, whose password is answered this once.
     *
     * @throws Refusal for wrong input, a username that is taken, a practice that is none, or an actor who may not
     */
    public IssuedPassword open(KeepPracticeStaff command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        IssuedPassword issued = accounts.issue(account(command, Passwords.make()), actor);
        join(issued.account(), command);
        return issued;
    }

    /** As {@link #open}, with a password that somebody has chosen already. */
    public Account open(KeepPracticeStaff command, String password, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        Account account = accounts.create(account(command, password), actor);
        join(account.id(), command);
        return account;
    }

    /**
     * Keeps somebody's name, mail address and practice. Where all of it is so already nothing happens; their username
     * stays.
     *
     * @throws Refusal for wrong input, an account that is none of practices' people, or an actor who may not
     */
    public void change(AccountId id, KeepPracticeStaff command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        requirePractice(command);
        Account before = accounts.find(id)
                .filter(account -> account.active() && account.roles().contains(Role.PRACTICE_STAFF))
                .orElseThrow(() -> Refusal.notFound("There is no such account"));
        if (!rows.ofStaff(id).filter(command.practice()::equals).isPresent()) {
            rows.moveStaff(id, command.practice());
            events.publish(AccountChanged.moved(id, actor));
        }
        accounts.keep(id, command.name(), before.roles(), before.posts(), before.teams(), command.mail(), actor);
    }

    /** The practice somebody's account was made for, or they were moved to; empty for everybody else. */
    @Transactional(readOnly = true)
    public Optional<PracticeId> keptFor(AccountId id) {
        return rows.ofStaff(id);
    }

    /** The practice they work at, or the one that has taken over from it; empty for everybody else. */
    @Transactional(readOnly = true)
    public Optional<Practice> practiceOf(Actor.SignedIn person) {
        return person.has(Role.PRACTICE_STAFF)
                ? rows.ofStaff(person.account()).map(practices::heirOf).flatMap(practices::find)
                : Optional.empty();
    }

    /** Who may sign in for a practice. */
    @Transactional(readOnly = true)
    public List<Account> of(PracticeId practice) {
        return rows.staffOf(practice).stream()
                .flatMap(id -> accounts.find(id).stream())
                .filter(Account::active)
                .toList();
    }

    private void join(AccountId account, KeepPracticeStaff command) {
        rows.addStaff(account, command.practice());
    }

    private void requirePractice(KeepPracticeStaff command) {
        if (practices.find(command.practice()).isEmpty()) {
            throw Refusal.invalid("practice", "Choose a practice");
        }
    }

    private NewAccount account(KeepPracticeStaff command, String password) {
        requirePractice(command);
        return new NewAccount(
                command.username(),
                password,
                command.name(),
                command.mail(),
                Set.of(Role.PRACTICE_STAFF),
                Set.of(),
                Set.of(),
                Set.of());
    }
}
