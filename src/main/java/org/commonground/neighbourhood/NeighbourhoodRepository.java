package org.commonground.neighbourhood;

import java.util.List;
import java.util.Optional;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Phone;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code neighbourhood}. */
@Repository
class NeighbourhoodRepository {

    private static final String SELECT = "select id, name, phone, hours, reply_to from neighbourhood ";

    private static final RowMapper<Neighbourhood> NEIGHBOURHOOD = (row, n) -> new Neighbourhood(
            new NeighbourhoodId(Sql.uuid(row, "id")),
            row.getString("name"),
            Phone.of(row.getString("phone")),
            row.getString("hours"),
            MailAddress.of(row.getString("reply_to")));

    private final JdbcClient jdbc;

    NeighbourhoodRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(NeighbourhoodId id, KeepNeighbourhood facts) {
        facts(jdbc.sql("""
                        insert into neighbourhood (id, name, phone, hours, reply_to)
                        values (:id, :name, :phone, :hours, :replyTo)"""), id, facts).update();
    }

    void change(NeighbourhoodId id, KeepNeighbourhood facts) {
        facts(jdbc.sql("""
                        update neighbourhood set name = :name, phone = :phone, hours = :hours, reply_to = :replyTo
                        where id = :id"""), id, facts).update();
    }

    private static JdbcClient.StatementSpec facts(
            JdbcClient.StatementSpec statement, NeighbourhoodId id, KeepNeighbourhood facts) {
        return statement
                .param("id", id.value())
                .param("name", facts.name())
                .param("phone", facts.phone().text())
                .param("hours", facts.hours())
                .param(
                        "replyTo",
                        facts.replyTo() == null ? null : facts.replyTo().text());
    }

    Optional<Neighbourhood> find(NeighbourhoodId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(NEIGHBOURHOOD)
                .optional();
    }

    List<Neighbourhood> all() {
        return jdbc.sql(SELECT + "order by name, id").query(NEIGHBOURHOOD).list();
    }

    boolean isTaken(String name, NeighbourhoodId other) {
        return jdbc.sql("select count(*) from neighbourhood where lower(name) = lower(:name) and id <> :other")
                        .param("name", name)
                        .param("other", other.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
