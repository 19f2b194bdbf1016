package org.commonground.neighbourhood;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.commonground.account.AccountId;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.TeamId;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code team}. */
@Repository
public class TeamRepository {

    private static final String SELECT = "select id, neighbourhood_id, name, lead, deputy, active from team ";

    private static final RowMapper<Team> TEAM = (row, n) -> {
        var lead = Sql.uuid(row, "lead");
        var deputy = Sql.uuid(row, "deputy");
        return new Team(
                new TeamId(Sql.uuid(row, "id")),
                new NeighbourhoodId(Sql.uuid(row, "neighbourhood_id")),
                row.getString("name"),
                lead == null ? null : new AccountId(lead),
                deputy == null ? null : new AccountId(deputy),
                row.getBoolean("active"));
    };

    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TeamId id, NeighbourhoodId neighbourhood, String name) {
        jdbc.sql("insert into team (id, neighbourhood_id, name) values (:id, :neighbourhood, :name)")
                .param("id", id.value())
                .param("neighbourhood", neighbourhood.value())
                .param("name", name)
                .update();
    }

    boolean appointLead(TeamId team, AccountId lead) {
        return jdbc.sql("update team set lead = :lead where id = :id")
                        .param("lead", lead.value())
                        .param("id", team.value())
                        .update()
                == 1;
    }

    void change(TeamId id, KeepTeam facts) {
        jdbc.sql("update team set name = :name, lead = :lead, deputy = :deputy where id = :id")
                .param("name", facts.name())
                .param("lead", facts.lead() == null ? null : facts.lead().value())
                .param("deputy", facts.deputy() == null ? null : facts.deputy().value())
                .param("id", id.value())
                .update();
    }

    void end(TeamId id) {
        jdbc.sql("update team set active = false, lead = null, deputy = null where id = :id")
                .param("id", id.value())
                .update();
    }

    public Optional<Team> find(TeamId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(TEAM)
                .optional();
    }

    List<Team> active() {
        return jdbc.sql(SELECT + "where active order by name, id").query(TEAM).list();
    }

    boolean isTaken(String name, TeamId other) {
        return jdbc.sql("select count(*) from team where active and lower(name) = lower(:name) and id <> :other")
                        .param("name", name)
                        .param("other", other.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The active teams that name one of these accounts as lead or deputy. */
    List<Team> named(Collection<AccountId> accounts) {
        return jdbc.sql(SELECT + "where active and (lead in (:accounts) or deputy in (:accounts)) order by name, id")
                .param("accounts", accounts.stream().map(AccountId::value).toList())
                .query(TEAM)
                .list();
    }
}
