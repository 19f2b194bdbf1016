package org.commonground.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code team}. */
@Repository
class TeamRepository {

    private static final RowMapper<Team> TEAM = (row, n) -> {
        var lead = Sql.uuid(row, "lead");
        return new Team(
                new TeamId(Sql.uuid(row, "id")), row.getString("name"), lead == null ? null : new AccountId(lead));
    };

    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Team team) {
        jdbc.sql("insert into team (id, name) values (:id, :name)")
                .param("id", team.id().value())
                .param("name", team.name())
                .update();
    }

    boolean appointLead(TeamId team, AccountId lead) {
        return jdbc.sql("update team set lead = :lead where id = :id")
                        .param("lead", lead.value())
                        .param("id", team.value())
                        .update()
                == 1;
    }

    Optional<Team> find(TeamId id) {
        return jdbc.sql("select id, name, lead from team where id = :id")
                .param("id", id.value())
                .query(TEAM)
                .optional();
    }

    List<TeamId> ledBy(AccountId lead) {
        return jdbc.sql("select id from team where lead = :lead").param("lead", lead.value()).query(UUID.class).stream()
                .map(TeamId::new)
                .toList();
    }

    List<Team> all() {
        return jdbc.sql("select id, name, lead from team order by name, id")
                .query(TEAM)
                .list();
    }
}
