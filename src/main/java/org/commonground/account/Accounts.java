package org.commonground.account;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
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
    private final OrganiserRepository organisers;
    private final Clock clock;
    private final Events events;

    Accounts(
            AccountRepository repository,
            OrganiserRepository organisers,
            PasswordEncoder passwords,
            Clock clock,
            Events events) {
        this.organisers = organisers;
        this.clock = clock;
        this.repository = repository;
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

    /**
     * Makes an account whose owner chooses another password at the first sign-in; the one made here is answered this
     * once.
     */
    public IssuedPassword issue(NewAccount command, Actor actor) {
        Account account = create(command, true, actor);
        return new IssuedPassword(account.id(), account.username(), command.password());
    }

    /** @param temporary whether its owner is to choose another password first */
    private Account create(NewAccount command, boolean temporary, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        Passwords.requireShort("password", command.password());
        AccountId id = AccountId.next();
        try {
            repository.insert(id, command, passwords.encode(command.password()), temporary, clock.instant());
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("username", "This username is taken");
        }
        command.groups().forEach(group -> organisers.join(organisers.ofAccount(id), group));
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
        repository.endPosts(id, clock.instant());
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

    /**
     * Keeps somebody's name, roles, posts, teams and mail address. Where all of it is so already nothing happens; their
     * username stays.
     *
     * @param roles those of posts among them do not count
     */
    public void keep(
            AccountId id,
            PersonName name,
            Set<Role> roles,
            Set<Post> posts,
            Set<TeamId> teams,
            MailAddress mail,
            Actor actor) {
        Administration.require(actor);
        Account before = active(id);
        Set<Role> had = withoutPosts(before.roles());
        Set<Role> wanted = withoutPosts(roles);
        boolean renamed = !name.equals(before.displayName());
        if (renamed) {
            repository.changeName(id, name);
        }
        minus(had, wanted).forEach(role -> repository.takeRole(id, role));
        minus(wanted, had).forEach(role -> repository.giveRole(id, role));
        minus(before.posts(), posts).forEach(post -> repository.endPost(id, post, clock.instant()));
        minus(posts, before.posts()).forEach(post -> repository.givePost(id, post, clock.instant()));
        if (renamed || !had.equals(wanted) || !before.posts().equals(posts)) {
            events.publish(AccountChanged.of(id, "changed", actor));
        }
        if (!before.teams().equals(teams)) {
            minus(before.teams(), teams).forEach(team -> repository.leaveTeam(id, team));
            minus(teams, before.teams()).forEach(team -> repository.joinTeam(id, team));
            events.publish(AccountChanged.moved(id, actor));
        }
        if (!Objects.equals(mail, before.mail())) {
            changeMail(id, mail, actor);
        }
    }

    /** Waits for whoever else does something about this account: one after the other. */
    public void lock(AccountId id) {
        repository.lock(id);
    }

    /** Waits for whoever else changes the holders of these roles, so that two cannot both leave as the last but one. */
    public void lockHolders(Set<Role> roles) {
        repository.lockHolders(roles);
    }

    /** The same of posts. */
    public void lockHoldersOf(Set<Post> posts) {
        repository.lockHoldersOf(posts);
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

    /** The account, or a refusal (not found) where there is none or it is closed. */
    @Transactional(readOnly = true)
    public Account active(AccountId id) {
        return repository
                .find(id)
                .filter(Account::active)
                .orElseThrow(() -> Refusal.notFound("There is no such account"));
    }

    @Transactional(readOnly = true)
    public Optional<Account> byUsername(String username) {
        return repository.byUsername(Usernames.normal(username));
    }

    /**
     * A page of our own staff whose accounts are open, by username. It opens no more names than it has.
     *
     * @param words part of a username, or whole words of a name; null for all
     */
    @Transactional(readOnly = true)
    public Part<Account> staff(String words, int page) {
        return repository.staff(words, page);
    }

    /** How many there are of them. */
    @Transactional(readOnly = true)
    public int countStaff() {
        return repository.countStaff();
    }

    /** These accounts, closed ones too, in the order they were made. */
    @Transactional(readOnly = true)
    public List<Account> all(Collection<AccountId> ids) {
        return repository.all(ids);
    }

    /** Those of them that are open. */
    @Transactional(readOnly = true)
    public Set<AccountId> activeAmong(Collection<AccountId> ids) {
        return repository.activeAmong(ids);
    }

    /** What each of these accounts signs in with. */
    @Transactional(readOnly = true)
    public Map<AccountId, String> usernames(Collection<AccountId> ids) {
        return repository.usernames(ids);
    }

    /** How many belong to each of these teams; a team of nobody is not among them. */
    @Transactional(readOnly = true)
    public Map<TeamId, Long> countIn(Collection<TeamId> teams) {
        return repository.countIn(teams);
    }

    /** The posts that somebody holds now. */
    @Transactional(readOnly = true)
    public Set<Post> postsHeld() {
        return repository.postsHeld();
    }

    /** Those who belong to one of these teams, have one of these roles or hold one of these posts. */
    @Transactional(readOnly = true)
    public List<Account> ofAny(Set<TeamId> teams, Set<Role> roles, Set<Post> posts) {
        return repository.ofAny(teams, roles, posts);
    }

    /** Every active account: for the engine, where somebody asks it for all of them. No page does. */
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

    @Transactional(readOnly = true)
    public List<Account> membersOf(TeamId team) {
        return repository.inTeam(team);
    }

    /** Those who hold a post now. */
    @Transactional(readOnly = true)
    public List<Account> holding(Post post) {
        return repository.holding(post);
    }

    /** Those who hold a post in any neighbourhood now. */
    @Transactional(readOnly = true)
    public List<Account> holdingAnywhere(Role post) {
        return repository.holdingAnywhere(post);
    }

    /** @param role one that is no post */
    @Transactional(readOnly = true)
    public List<Account> withRole(Role role) {
        if (role.isPost()) {
            throw new IllegalArgumentException(role + " is held for a neighbourhood");
        }
        return repository.withRole(role);
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

    private static Set<Role> withoutPosts(Set<Role> roles) {
        return roles.stream().filter(role -> !role.isPost()).collect(Collectors.toSet());
    }

    private static <T> Set<T> minus(Set<T> all, Set<T> less) {
        Set<T> rest = new HashSet<>(all);
        rest.removeAll(less);
        return rest;
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
