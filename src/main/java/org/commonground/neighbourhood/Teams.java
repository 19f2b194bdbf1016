package org.commonground.neighbourhood;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.Administration;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Role;
import org.commonground.account.TeamId;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams of link workers, and who leads them. */
@Service
@Transactional
public class Teams {

    private final TeamRepository repository;
    private final NeighbourhoodRepository neighbourhoods;
    private final Accounts accounts;
    private final PracticeRepository practices;
    private final StandIns standIns;
    private final WorkingDays days;
    private final Events events;

    Teams(
            TeamRepository repository,
            NeighbourhoodRepository neighbourhoods,
            Accounts accounts,
            PracticeRepository practices,
            StandIns standIns,
            WorkingDays days,
            Events events) {
        this.repository = repository;
        this.neighbourhoods = neighbourhoods;
        this.accounts = accounts;
        this.practices = practices;
        this.standIns = standIns;
        this.days = days;
        this.events = events;
    }

    /**
     * Makes a team of a neighbourhood, without a lead; only an administrator or the system may.
     *
     * @throws Refusal for a name that is missing or taken, a neighbourhood that is missing or none, or an actor who may not
     */
    public Team create(NeighbourhoodId neighbourhood, String name, Actor actor) {
        KeepTeam facts = Commands.require(new KeepTeam(name, null, null));
        Administration.require(actor);
        TeamId id = TeamId.next();
        if (neighbourhood == null || neighbourhoods.find(neighbourhood).isEmpty()) {
            throw Refusal.invalid("neighbourhood", "Choose the neighbourhood the team works in");
        }
        requireFree(facts.name(), id);
        repository.insert(id, neighbourhood, facts.name());
        events.publish(TeamChanged.of(id, "created", actor));
        return get(id);
    }

    /**
     * Keeps a team's name, lead and deputy. Where all of it is so already nothing happens.
     *
     * @throws Refusal for a name that is taken, or a lead or deputy who does not work in the team
     */
    public void change(TeamId id, KeepTeam facts, Actor actor) {
        Commands.require(facts);
        Administration.require(actor);
        Team before = get(id);
        if (facts.equals(new KeepTeam(before.name(), before.lead(), before.deputy()))) {
            return;
        }
        requireFree(facts.name(), id);
        Problems problems = new Problems();
        requireWorksIn(id, facts.lead(), "lead", problems);
        requireWorksIn(id, facts.deputy(), "deputy", problems);
        problems.need(before.lead() == null || facts.lead() != null, "lead", "Choose who leads the team");
        problems.refuseIfWrong();
        repository.change(id, facts);
        events.publish(TeamChanged.of(id, "changed", actor));
    }

    /** Makes an account the team's lead, in place of any other. */
    public void appointLead(TeamId team, AccountId lead, Actor actor) {
        Administration.require(actor);
        if (!repository.appointLead(team, lead)) {
            throw Refusal.notFound("There is no such team");
        }
        events.publish(TeamChanged.of(team, "changed", actor));
    }

    /**
     * Ends a team that nobody belongs to any more.
     *
     * @throws Refusal (conflict) while practices refer to it, or people work in it
     */
    public void end(TeamId id, Actor actor) {
        Administration.require(actor);
        get(id);
        if (practices.activeOf(Set.of(id)).stream().anyMatch(practice -> !practice.hasEnded(days.today()))) {
            throw Refusal.conflict("Practices still refer to this team. Give them another team first.");
        }
        if (!accounts.membersOf(id).isEmpty()) {
            throw Refusal.conflict("People still belong to this team. Move them to another team first.");
        }
        repository.end(id);
        events.publish(TeamChanged.of(id, TeamChanged.ENDED, actor));
    }

    /** Also one that has ended. */
    @Transactional(readOnly = true)
    public Optional<Team> find(TeamId id) {
        return repository.find(id);
    }

    /** The teams whose people somebody works with: as link worker or team lead, or because they lead it today. */
    @Transactional(readOnly = true)
    public Set<TeamId> workedInBy(Actor.SignedIn actor) {
        Set<TeamId> teams = new HashSet<>();
        ledBy(actor).forEach(team -> teams.add(team.id()));
        if (actor.has(Role.LINK_WORKER) || actor.has(Role.TEAM_LEAD)) {
            teams.addAll(actor.teams());
        }
        return teams;
    }

    /** The neighbourhoods in which somebody works, by their teams. */
    @Transactional(readOnly = true)
    public Set<NeighbourhoodId> neighbourhoodsOf(Actor.SignedIn actor) {
        return workedInBy(actor).stream()
                .flatMap(team -> repository.find(team).stream())
                .map(Team::neighbourhood)
                .collect(Collectors.toSet());
    }

    /**
     * Who leads a team today: its lead, or whoever stands in while the lead is away, else its deputy. Empty where all of
     * them are away or gone, or none is named: then an administrator is asked.
     */
    @Transactional(readOnly = true)
    public Optional<Account> leadOf(TeamId team) {
        return repository.find(team).flatMap(this::leads);
    }

    private Optional<Account> leads(Team team) {
        return standIns.present(team.lead()).or(() -> standIns.present(team.deputy()));
    }

    /** Who leads a team when its lead does not: its deputy, or whoever stands in; empty where none is there. */
    @Transactional(readOnly = true)
    public Optional<Account> deputyOf(TeamId team) {
        return repository.find(team).map(Team::deputy).flatMap(standIns::present);
    }

    /** How many have not ended. */
    @Transactional(readOnly = true)
    public int count() {
        return repository.count();
    }

    /**
     * A page of the teams that have not ended, by name.
     *
     * @param words part of a name; null for all
     */
    @Transactional(readOnly = true)
    public Part<Team> listed(String words, int page) {
        return repository.listed(words, page);
    }

    /** Also of those that have ended. */
    @Transactional(readOnly = true)
    public Map<TeamId, String> namesOf(Collection<TeamId> ids) {
        return repository.all(ids).stream().collect(Collectors.toMap(Team::id, Team::name));
    }

    /** The teams of a neighbourhood that have not ended, by name. */
    @Transactional(readOnly = true)
    public List<Team> of(NeighbourhoodId neighbourhood) {
        return repository.activeIn(neighbourhood);
    }

    /** The one with this name, in whatever case, that has not ended. */
    @Transactional(readOnly = true)
    public Optional<Team> named(String name) {
        return name == null ? Optional.empty() : repository.named(name);
    }

    /** How many teams each of these neighbourhoods has; one that has none is not among them. */
    @Transactional(readOnly = true)
    public Map<NeighbourhoodId, Long> countIn(Collection<NeighbourhoodId> neighbourhoods) {
        return repository.countIn(neighbourhoods);
    }

    /**
     * The teams that nobody leads today, by name: neither the lead nor the deputy, nor whoever stands in for one of them. It
     * looks closer only where the lead is not there.
     */
    @Transactional(readOnly = true)
    public List<Team> withoutLead() {
        List<Team> all = repository.active();
        Set<AccountId> there = standIns.thereAmong(
                all.stream().map(Team::lead).filter(Objects::nonNull).collect(Collectors.toSet()));
        return all.stream()
                .filter(team -> team.lead() == null || !there.contains(team.lead()))
                .filter(team -> leads(team).isEmpty())
                .toList();
    }

    /** Every team that has not ended, by name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return repository.active();
    }

    /** The teams that name an account as lead or deputy, by name. */
    @Transactional(readOnly = true)
    public List<Team> naming(AccountId account) {
        return repository.named(Set.of(account));
    }

    /**
     * The teams somebody leads today, by name: as lead or deputy, in place of one who is away, or as one of a team's own
     * team leads.
     */
    @Transactional(readOnly = true)
    public List<Team> ledBy(Actor.SignedIn person) {
        Set<TeamId> named = new HashSet<>();
        repository.named(standIns.actsFor(person.account())).forEach(team -> named.add(team.id()));
        if (person.has(Role.TEAM_LEAD)) {
            named.addAll(person.teams());
        }
        return named.isEmpty()
                ? List.of()
                : repository.all(named).stream().filter(Team::active).toList();
    }

    @Transactional(readOnly = true)
    public boolean isLedBy(TeamId team, Actor.SignedIn person) {
        return ledBy(person).stream().anyMatch(led -> led.id().equals(team));
    }

    private void requireFree(String name, TeamId id) {
        if (repository.isTaken(name, id)) {
            throw Refusal.invalid("name", "There is a team with this name already");
        }
    }

    private void requireWorksIn(TeamId team, AccountId person, String field, Problems problems) {
        boolean works = person == null
                || accounts.find(person)
                        .filter(account -> account.active() && account.worksIn(team))
                        .isPresent();
        if (!works) {
            problems.add(field, "Choose a link worker or team lead of this team");
        }
    }

    private Team get(TeamId id) {
        return repository.find(id).filter(Team::active).orElseThrow(() -> Refusal.notFound("There is no such team"));
    }
}
