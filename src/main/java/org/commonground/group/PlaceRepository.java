package org.commonground.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code place}: one row for each time a seat of a group was promised. A seat has a number, and a unique index
 * lets it be held or taken only once at a time, whatever the code above it does.
 */
@Repository
class PlaceRepository {

    /** A place that is held or taken. */
    record Open(UUID id, GroupId group, UUID placement, UUID referral, boolean taken) {}

    private static final String COUNTS = """
            select g.id, g.places, g.new_people_a_month, g.open_offers,
                count(*) filter (where p.state = 'held') as held,
                count(*) filter (where p.state = 'taken') as taken,
                count(*) filter (where p.state = 'taken' and p.taken_at >= :monthStart) as new_this_month,
                exists (select 1 from group_closure c
                    where c.group_id = g.id and c.reopened_at is null and c.from_day <= :today) as closed
            from community_group g
            left join place p on p.group_id = g.id and p.state <> 'given-back'
            """;

    private final JdbcClient jdbc;

    PlaceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every group. */
    List<Availability> availability(Collection<GroupId> groups, Instant monthStart, LocalDate today) {
        UUID[] ids = groups.stream().map(GroupId::value).toArray(UUID[]::new);
        return availability(
                        COUNTS + "where g.id = any(:groups) group by g.id", Map.of("groups", ids), monthStart, today)
                .list();
    }

    Availability availability(GroupId group, Instant monthStart, LocalDate today) {
        return availability(
                        COUNTS + "where g.id = :group group by g.id", Map.of("group", group.value()), monthStart, today)
                .single();
    }

    List<UUID> takenIn(GroupId group) {
        return jdbc.sql("select placement_id from place where group_id = :group and state = 'taken'")
                .param("group", group.value())
                .query(UUID.class)
                .list();
    }

    private JdbcClient.MappedQuerySpec<Availability> availability(
            String select, Map<String, ?> which, Instant monthStart, LocalDate today) {
        return jdbc.sql(select)
                .params(which)
                .param("monthStart", Sql.timestamp(monthStart))
                .param("today", today)
                .query((row, number) -> new Availability(
                        new GroupId(Sql.uuid(row, "id")),
                        new Capacity(row.getInt("places"), row.getInt("new_people_a_month"), row.getInt("open_offers")),
                        row.getInt("held"),
                        row.getInt("taken"),
                        row.getInt("new_this_month"),
                        row.getBoolean("closed")));
    }

    /** Holds the lowest free seat. The caller has the group's lock and has seen that there is one. */
    void hold(GroupId group, UUID placement, UUID referral, Instant at) {
        int held = jdbc.sql("""
                        insert into place (id, group_id, placement_id, referral_id, seat, state, held_at)
                        select :id, g.id, :placement, :referral, min(seat), 'held', :at
                        from community_group g cross join generate_series(1, g.places) seat
                        where g.id = :group and not exists (
                            select 1 from place p
                            where p.group_id = g.id and p.seat = seat.seat and p.state <> 'given-back')
                        group by g.id""")
                .param("id", Ids.next())
                .param("group", group.value())
                .param("placement", placement)
                .param("referral", referral)
                .param("at", Sql.timestamp(at))
                .update();
        if (held != 1) {
            throw new IllegalStateException("group " + group + " has no free seat");
        }
    }

    Optional<Open> openFor(UUID placement) {
        return jdbc.sql("select * from place where placement_id = :placement and state <> 'given-back'")
                .param("placement", placement)
                .query((row, number) -> new Open(
                        Sql.uuid(row, "id"),
                        new GroupId(Sql.uuid(row, "group_id")),
                        Sql.uuid(row, "placement_id"),
                        Sql.uuid(row, "referral_id"),
                        row.getString("state").equals("taken")))
                .optional();
    }

    void take(UUID place, Instant at) {
        jdbc.sql("update place set state = 'taken', taken_at = :at where id = :id and state = 'held'")
                .param("id", place)
                .param("at", Sql.timestamp(at))
                .update();
    }

    void lastDay(UUID place, LocalDate lastDay) {
        jdbc.sql("update place set last_day = :lastDay where id = :id")
                .param("id", place)
                .param("lastDay", lastDay)
                .update();
    }

    void giveBack(UUID place, GivenBack why, Instant at) {
        jdbc.sql("""
                        update place set state = 'given-back', given_back_at = :at, why = :why
                        where id = :id and state <> 'given-back'""")
                .param("id", place)
                .param("at", Sql.timestamp(at))
                .param("why", why.word())
                .update();
    }

    /** Placements whose course ended before the given day and whose place is still taken. */
    List<UUID> ended(LocalDate today) {
        return jdbc.sql("""
                        select placement_id from place
                        where state = 'taken' and last_day < :today order by group_id, placement_id""").param("today", today).query(UUID.class).list();
    }
}
