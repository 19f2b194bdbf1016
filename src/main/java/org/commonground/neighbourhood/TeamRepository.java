package org.commonground.neighbourhood;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.TeamId;
import org.commonground.platform.persistence.Part;
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

    int count() {
        return jdbc.sql("select count(*) from team where active")
                .query(Integer.class)
                .single();
    }

    /** @param words part of a name; null for all */
    Part<Team> listed(String words, int page) {
        String where = "where active " + (words == null ? "" : "and strpos(lower(name), lower(:words)) > 0 ");
        int all = jdbc.sql("select count(*) from team " + where)
                .param("words", words)
                .query(Integer.class)
                .single();
        return Part.of(
                all,
                page,
                (most, before) -> jdbc.sql(SELECT + where + "order by name, id limit :most offset :before")
                        .param("words", words)
                        .param("most", most)
                        .param("before", before)
                        .query(TEAM)
                        .list());
    }

    /** By name; ended ones too. */
    List<Team> all(Collection<TeamId> ids) {
        return jdbc.sql(SELECT + "where id = any(:ids) order by name, id")
                .param("ids", ids.stream().map(TeamId::value).toArray(UUID[]::new))
                .query(TEAM)
                .list();
    }

    List<Team> activeIn(NeighbourhoodId neighbourhood) {
        return jdbc.sql(SELECT + "where active and neighbourhood_id = :neighbourhood order by name, id")
                .param("neighbourhood", neighbourhood.value())
                .query(TEAM)
                .list();
    }

    Optional<Team> named(String name) {
        return jdbc.sql(SELECT + "where active and lower(name) = lower(:name) order by id limit 1")
                .param("name", name)
                .query(TEAM)
                .optional();
    }

    /** How many teams each of these neighbourhoods has; one that has none is not among them. */
    Map<NeighbourhoodId, Long> countIn(Collection<NeighbourhoodId> neighbourhoods) {
        Map<NeighbourhoodId, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select neighbourhood_id, count(*) from team
                        where active and neighbourhood_id = any(:neighbourhoods) group by neighbourhood_id""")
                .param(
                        "neighbourhoods",
                        neighbourhoods.stream().map(NeighbourhoodId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(new NeighbourhoodId(Sql.uuid(row, "neighbourhood_id")), row.getLong(2));
                });
        return counts;
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
