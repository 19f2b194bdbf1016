package org.commonground.account;

import java.util.List;
import java.util.Optional;
import org.commonground.platform.refusal.Refusal;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams of link workers. */
@Service
@Transactional
public class Teams {

    private static final RowMapper<Team> TEAM = (row, n) -> {
        String lead = row.getString("lead");
        return new Team(
                TeamId.of(row.getString("id")), row.getString("name"), lead == null ? null : AccountId.of(lead));
    };

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a team without a lead; only an administrator or the system may. */
    public Team create(String name, Actor actor) {
        Administration.require(actor);
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("name", "Enter the team's name");
        }
        TeamId id = TeamId.next();
        jdbc.sql("insert into team (id, name) values (:id, :name)")
                .param("id", id.value())
                .param("name", name.strip())
                .update();
        return find(id).orElseThrow();
    }

    /** Makes an account the team's lead, in place of any other. */
    public void appointLead(TeamId team, AccountId lead, Actor actor) {
        Administration.require(actor);
        int found = jdbc.sql("update team set lead = :lead where id = :id")
                .param("lead", lead.value())
                .param("id", team.value())
                .update();
        if (found == 0) {
            throw Refusal.notFound("There is no such team");
        }
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(TeamId id) {
        return jdbc.sql("select id, name, lead from team where id = :id")
                .param("id", id.value())
                .query(TEAM)
                .optional();
    }

    /** Every team, by name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return jdbc.sql("select id, name, lead from team order by name, id")
                .query(TEAM)
                .list();
    }
}
