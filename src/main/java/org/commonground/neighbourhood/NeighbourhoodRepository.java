package org.commonground.neighbourhood;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.persistence.Part;
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

    /** Its own numbers; empty where there is no such neighbourhood. */
    Optional<Numbers> numbers(NeighbourhoodId id) {
        return jdbc.sql("""
                        select contact_attempts, contact_ways, contact_days_apart, reply_within, routine_contact,
                            urgent_contact, open_offers, ask_within, review_waiting_after, check_stays_fresh,
                            remind_after, phone_after, lapse_after, youngest_age
                        from neighbourhood where id = :id""").param("id", id.value()).query(Numbers.class).optional();
    }

    void change(NeighbourhoodId id, Numbers numbers) {
        jdbc.sql("""
                        update neighbourhood set contact_attempts = :contactAttempts, contact_ways = :contactWays,
                            contact_days_apart = :contactDaysApart, reply_within = :replyWithin,
                            routine_contact = :routineContact, urgent_contact = :urgentContact,
                            open_offers = :openOffers, ask_within = :askWithin,
                            review_waiting_after = :reviewWaitingAfter, check_stays_fresh = :checkStaysFresh,
                            remind_after = :remindAfter, phone_after = :phoneAfter, lapse_after = :lapseAfter,
                            youngest_age = :youngestAge
                        where id = :id""").param("id", id.value()).params(numbers.byName()).update();
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

    int count() {
        return jdbc.sql("select count(*) from neighbourhood")
                .query(Integer.class)
                .single();
    }

    /** @param words part of a name; null for all */
    Part<Neighbourhood> listed(String words, int page) {
        String where = words == null ? "" : "where strpos(lower(name), lower(:words)) > 0 ";
        int all = jdbc.sql("select count(*) from neighbourhood " + where)
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
                        .query(NEIGHBOURHOOD)
                        .list());
    }

    List<Neighbourhood> all(Collection<NeighbourhoodId> ids) {
        return jdbc.sql(SELECT + "where id = any(:ids) order by name, id")
                .param("ids", ids.stream().map(NeighbourhoodId::value).toArray(UUID[]::new))
                .query(NEIGHBOURHOOD)
                .list();
    }

    Optional<Neighbourhood> named(String name) {
        return jdbc.sql(SELECT + "where lower(name) = lower(:name)")
                .param("name", name)
                .query(NEIGHBOURHOOD)
                .optional();
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
