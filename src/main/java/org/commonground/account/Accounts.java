package org.commonground.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.neighbourhood.AbsenceRepository;
import org.commonground.neighbourhood.StandIns;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.TeamRepository;
import org.commonground.platform.event.Events;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, what they are, and where they belong. Lists hold active accounts only, in the order they were made. */
@Service
@Transactional
public class Accounts {

    private final AccountRepository repository;
    private final PasswordEncoder passwords;
    private final TeamRepository teams;
    private final AbsenceRepository absences;
    private final StandIns standIns;
    private final WorkingDays days;
    private final Events events;

    Accounts(
            AccountRepository repository,
            TeamRepository teams,
            AbsenceRepository absences,
            StandIns standIns,
            WorkingDays days,
            PasswordEncoder passwords,
            Events events) {
        this.repository = repository;
        this.teams = teams;
        this.absences = absences;
        this.standIns = standIns;
        this.days = days;
        this.passwords = passwords;
        this.events = events;
    }

    /**
     * Makes an account; only an administrator or the system may.
     *
     * @throws Refusal for wrong input, a username that is taken, or an actor who may not
     */
    public Account create(NewAccount command, Actor actor) {
        return create(command, false, actor);
    }

    /** @param temporary whether its owner is to choose another password first */
    public Account create(NewAccount command, boolean temporary, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        Passwords.requireShort("password", command.password());
        AccountId id = AccountId.next();
        try {
            repository.insert(id, command, passwords.encode(command.password()), temporary);
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("username", "This username is taken");
        }
        events.publish(AccountChanged.created(id, actor));
        return repository.find(id).orElseThrow();
    }

    /**
     * The account is kept, because what it did stays on record, but nobody signs in with it any more. People leave by
     * {@code Staff.end}, which asks what would be left open.
     */
    public void close(AccountId id, Actor actor) {
        Administration.require(actor);
        if (!repository.close(id)) {
            throw Refusal.notFound("There is no such account");
        }
        absences.deleteNotOver(id, days.today());
        events.publish(AccountChanged.closed(id, actor));
    }

    /** Keeps the right mail address of an account; only an administrator or the system may. */
    public void changeMail(AccountId id, MailAddress mail, Actor actor) {
        Administration.require(actor);
        if (!repository.changeMail(id, mail)) {
            throw Refusal.notFound("There is no such account");
        }
        events.publish(AccountChanged.readdressed(id, actor));
    }

    /** Somebody decides for a community group from now on. */
    public void joinGroup(AccountId id, UUID group, Actor actor) {
        Administration.require(actor);
        repository.joinGroup(id, group);
        events.publish(AccountChanged.moved(id, actor));
    }

    public void joinTeam(AccountId id, TeamId team, Actor actor) {
        Administration.require(actor);
        repository.joinTeam(id, team);
        events.publish(AccountChanged.moved(id, actor));
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Account> byUsername(String username) {
        return repository.byUsername(Usernames.normal(username));
    }

    /** Every active account. */
    @Transactional(readOnly = true)
    public List<Account> all() {
        return repository.active();
    }

    /**
     * The account as it stands now, as the one who does something.
     *
     * @throws Refusal where there is no such account or it is closed
     */
    @Transactional(readOnly = true)
    public Actor.SignedIn actorOf(AccountId id) {
        return repository
                .find(id)
                .filter(Account::active)
                .map(Account::asActor)
                .orElseThrow(() -> Refusal.notAllowed("This account is closed"));
    }

    /** Those who decide for a community group. */
    @Transactional(readOnly = true)
    public List<Account> organisersOf(UUID group) {
        return repository.inGroup(group);
    }

    @Transactional(readOnly = true)
    public List<Account> membersOf(TeamId team) {
        return repository.inTeam(team);
    }

    @Transactional(readOnly = true)
    public List<Account> withRole(Role role) {
        return repository.withRole(role);
    }

    /**
     * Who leads a team today: its lead, or whoever stands in while the lead is away, else its deputy. Empty where all of
     * them are away or gone, or none is named: then an administrator is asked.
     */
    @Transactional(readOnly = true)
    public Optional<Account> leadOf(TeamId team) {
        Optional<Team> found = teams.find(team);
        return found.map(Team::lead)
                .flatMap(standIns::present)
                .or(() -> found.map(Team::deputy).flatMap(standIns::present));
    }

    /** Who leads a team when its lead does not: its deputy, or whoever stands in; empty where none is there. */
    @Transactional(readOnly = true)
    public Optional<Account> deputyOf(TeamId team) {
        return teams.find(team).map(Team::deputy).flatMap(standIns::present);
    }

    /**
     * The active account these belong to. A wrong username costs as much time as a wrong password, so that nobody
     * learns which usernames exist.
     */
    @Transactional(readOnly = true)
    public Optional<Account> authenticate(String username, String password) {
        Optional<Account> account = byUsername(username).filter(Account::active);
        String hash = account.map(found -> repository.passwordHash(found.id())).orElseGet(this::hashOfNobody);
        return passwords.matches(password, hash) ? account : Optional.empty();
    }

    private String hashOfNobody() {
        return Nobody.hash(passwords);
    }

    /** A hash that no password we know of matches, made once. */
    private static final class Nobody {

        private static volatile String hash;

        private static String hash(PasswordEncoder passwords) {
            if (hash == null) {
                hash = passwords.encode(UUID.randomUUID().toString());
            }
            return hash;
        }
    }
}
