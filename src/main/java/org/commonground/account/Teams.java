package org.commonground.account;

import java.util.List;
import java.util.Optional;
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

    /** Every team, by name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return repository.all();
    }
}
