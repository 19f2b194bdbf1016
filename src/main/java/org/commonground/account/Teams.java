package org.commonground.account;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams of link workers. */
@Service
@Transactional
public class Teams {

    private final TeamRepository repository;

    Teams(TeamRepository repository) {
        this.repository = repository;
    }

    /** Makes a team without a lead; only an administrator or the system may. */
    public Team create(String name, Actor actor) {
        Administration.require(actor);
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("name", "Enter the team's name");
        }
        Team team = new Team(TeamId.next(), name.strip(), null);
        repository.insert(team);
        return team;
    }

    /** Makes an account the team's lead, in place of any other. */
    public void appointLead(TeamId team, AccountId lead, Actor actor) {
        Administration.require(actor);
        if (!repository.appointLead(team, lead)) {
            throw Refusal.notFound("There is no such team");
        }
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(TeamId id) {
        return repository.find(id);
    }

    /** The teams whose people somebody works with: as link worker or team lead, or because they lead it. */
    @Transactional(readOnly = true)
    public Set<TeamId> workedInBy(Actor.SignedIn actor) {
        Set<TeamId> teams = new HashSet<>(repository.ledBy(actor.account()));
        if (actor.has(Role.LINK_WORKER) || actor.has(Role.TEAM_LEAD)) {
            teams.addAll(actor.teams());
        }
        return teams;
    }

    /** Every team, by name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return repository.all();
    }
}
