package org.commonground.neighbourhood;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.Account;
import org.commonground.account.AccountChanged;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away, and who stands in. Recorded by themselves, by whoever leads a team of theirs, or by an administrator. A
 * stand-in must be able to do the work: a colleague of the same team or role, or of the same post or its deputy.
 */
@Service
@Transactional
public class Absences {

    private final AbsenceRepository absences;
    private final Accounts accounts;
    private final StandIns standIns;
    private final Teams teams;
    private final WorkingDays days;
    private final Events events;

    Absences(
            AbsenceRepository absences,
            Accounts accounts,
            StandIns standIns,
            Teams teams,
            WorkingDays days,
            Events events) {
        this.absences = absences;
        this.accounts = accounts;
        this.standIns = standIns;
        this.teams = teams;
        this.days = days;
        this.events = events;
    }

    /**
     * @throws Refusal for wrong days, a stand-in who cannot do the work, another absence at the same time, or an actor
     *     who may not
     */
    public AbsenceId record(RecordAbsence command, Actor actor) {
        Commands.require(command);
        requireMayRecord(command.account(), actor);
        accounts.lock(command.account());
        if (command.to().isBefore(days.today())) {
            throw Refusal.invalid("to", "The last day away must be today or later");
        }
        boolean twice = absences.notOver(command.account(), days.today()).stream()
                .anyMatch(other ->
                        !other.from().isAfter(command.to()) && !other.to().isBefore(command.from()));
        if (twice) {
            throw Refusal.invalid("from", "Another absence is recorded for some of these days");
        }
        requireSuits(command.account(), command.standIn());
        Absence absence =
                new Absence(AbsenceId.next(), command.account(), command.from(), command.to(), command.standIn());
        absences.insert(absence);
        events.publish(AbsenceChanged.of(absence.account(), "recorded", actor));
        return absence.id();
    }

    /** Somebody else stands in from now on. */
    public void changeStandIn(AbsenceId id, AccountId standIn, Actor actor) {
        Absence absence = get(id);
        requireMayRecord(absence.account(), actor);
        if (standIn == null) {
            throw Refusal.invalid("standIn", "Choose who stands in");
        }
        requireSuits(absence.account(), standIn);
        absences.changeStandIn(id, standIn);
        events.publish(AbsenceChanged.of(absence.account(), "new-stand-in", actor));
    }

    /** They are there after all; what was handed over meanwhile stays where it is. */
    public void takeBack(AbsenceId id, Actor actor) {
        Absence absence = get(id);
        requireMayRecord(absence.account(), actor);
        absences.delete(id);
        events.publish(AbsenceChanged.of(absence.account(), "taken-back", actor));
    }

    /** Those of an account that are not over, by their first day. */
    @Transactional(readOnly = true)
    public List<Absence> of(AccountId account) {
        return absences.notOver(account, days.today());
    }

    /** The absences that are not over in which an account stands in for others. */
    @Transactional(readOnly = true)
    public List<Absence> stoodInBy(AccountId standIn) {
        return absences.stoodInBy(standIn, days.today());
    }

    /** Those of them who are away today, by account. */
    @Transactional(readOnly = true)
    public Map<AccountId, Absence> today(Collection<AccountId> accounts) {
        return absences.on(days.today(), accounts).stream()
                .collect(Collectors.toMap(Absence::account, Function.identity(), (one, other) -> one));
    }

    /** Themselves, or while they are away who stands in; empty where nobody does, or the account is closed. */
    @Transactional(readOnly = true)
    public Optional<Account> present(AccountId account) {
        return standIns.present(account);
    }

    /** @throws Refusal (field {@code to}) where they are away today */
    @Transactional(readOnly = true)
    public void requireThere(AccountId person) {
        Absence away = today(List.of(person)).get(person);
        if (away != null) {
            throw Refusal.invalid(
                    "to", "They are away until " + InWords.date(away.to()) + ". Choose somebody who is there");
        }
    }

    /** Whether somebody may record absences of an account. */
    @Transactional(readOnly = true)
    public boolean mayRecord(AccountId account, Actor actor) {
        return actor instanceof Actor.TheSystem
                || actor instanceof Actor.SignedIn person
                        && (person.account().equals(account)
                                || person.has(Role.ADMINISTRATOR)
                                || leadsATeamOf(account, person));
    }

    /** Who could stand in for an account, by when they joined. */
    @Transactional(readOnly = true)
    public List<Account> candidates(AccountId account) {
        Account absent = find(account);
        return accounts.ofAny(absent.teams(), sharedRoles(absent), sharedPosts(absent)).stream()
                .filter(other -> suits(absent, other))
                .toList();
    }

    /** Whoever's account is closed is away no more. */
    @EventListener
    void accountClosed(AccountChanged changed) {
        if (changed.isClosed()) {
            absences.deleteNotOver(new AccountId(changed.subject()), days.today());
        }
    }

    private boolean leadsATeamOf(AccountId account, Actor.SignedIn person) {
        return accounts.find(account).stream()
                .flatMap(found -> found.teams().stream())
                .anyMatch(team -> teams.isLedBy(team, person));
    }

    private void requireMayRecord(AccountId account, Actor actor) {
        if (!mayRecord(account, actor)) {
            throw Refusal.notAllowed("Only they themselves, their team's lead or an administrator may do this");
        }
    }

    private void requireSuits(AccountId absent, AccountId standIn) {
        boolean suits = accounts.find(standIn)
                .filter(other -> suits(find(absent), other))
                .isPresent();
        if (!suits) {
            throw Refusal.invalid("standIn", "Choose a colleague of the same team or role to stand in");
        }
    }

    private static boolean suits(Account absent, Account other) {
        boolean sameTeam = absent.teams().stream().anyMatch(other::worksIn);
        boolean sameRole = sharedRoles(absent).stream().anyMatch(other::has);
        boolean samePost = sharedPosts(absent).stream().anyMatch(other::holds);
        return other.active() && !other.id().equals(absent.id()) && (sameTeam || sameRole || samePost);
    }

    /** Roles that anybody who has them may stand in for. */
    private static Set<Role> sharedRoles(Account absent) {
        return absent.roles().stream()
                .filter(role -> role != Role.LINK_WORKER && role != Role.TEAM_LEAD && role != Role.ORGANISER)
                .filter(role -> !role.isPost())
                .collect(Collectors.toSet());
    }

    private static Set<Post> sharedPosts(Account absent) {
        return absent.posts().stream()
                .flatMap(post -> Stream.concat(Stream.of(post), post.deputy().stream()))
                .collect(Collectors.toSet());
    }

    private Absence get(AbsenceId id) {
        return absences.find(id).orElseThrow(() -> Refusal.notFound("There is no such absence"));
    }

    private Account find(AccountId id) {
        return accounts.active(id);
    }
}
