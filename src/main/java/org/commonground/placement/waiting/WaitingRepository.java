package org.commonground.placement.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code waiting}. Whoever changes a group's list has the group's lock. */
@Repository
public class WaitingRepository {

    private static final String LINE = """
            select waiting.*, placement.referral_id,
                row_number() over (order by in_line_since, placement_id) as position,
                count(*) over () as length
            from waiting join placement on placement.id = waiting.placement_id
            where waiting.group_id = :group and waiting.state <> 'over'
            """;

    private final JdbcClient jdbc;

    WaitingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void join(PlacementId placement, GroupId group, Instant at, LocalDate reviewOn) {
        jdbc.sql("""
                        insert into waiting (placement_id, group_id, state, joined_at, in_line_since, review_on)
                        values (:placement, :group, 'in-line', :at, :at, :reviewOn)
                        on conflict (placement_id) do update set state = 'in-line', joined_at = :at,
                            in_line_since = :at, review_on = :reviewOn, ask_by = null, times_passed = 0""")
                .param("placement", placement.value())
                .param("group", group.value())
                .param("at", Sql.timestamp(at))
                .param("reviewOn", reviewOn)
                .update();
    }

    /** Everybody on a group's list, in their order. */
    List<WaitingPlacement> of(GroupId group) {
        return jdbc.sql(LINE + " order by position")
                .param("group", group.value())
                .query((row, number) -> waiting(row))
                .list();
    }

    /** A placement on its group's list; empty where it is on none. */
    Optional<WaitingPlacement> find(PlacementId placement, GroupId group) {
        return of(group).stream()
                .filter(one -> one.placement().equals(placement))
                .findFirst();
    }

    /** How many people wait for a place of each group, without those for whom one is held. */
    public Map<GroupId, Integer> counts() {
        Map<GroupId, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select group_id, count(*) as waiting from waiting
                        where state in ('in-line', 'passed-over') group by group_id""").query(row -> {
            counts.put(new GroupId(Sql.uuid(row, "group_id")), row.getInt("waiting"));
        });
        return counts;
    }

    /** How many people a freed place of the group would be held for before anybody new. */
    public int inLine(GroupId group) {
        return jdbc.sql("select count(*) from waiting where group_id = :group and state = 'in-line'")
                .param("group", group.value())
                .query(Integer.class)
                .single();
    }

    /** Groups that somebody waits for. */
    List<GroupId> groups() {
        return jdbc
                .sql("select distinct group_id from waiting where state = 'in-line' order by group_id")
                .query(UUID.class)
                .list()
                .stream()
                .map(GroupId::new)
                .toList();
    }

    void asked(PlacementId placement, LocalDate askBy) {
        jdbc.sql("update waiting set state = 'asked', ask_by = :askBy where placement_id = :placement")
                .param("placement", placement.value())
                .param("askBy", askBy)
                .update();
    }

    void askBy(PlacementId placement, LocalDate askBy) {
        jdbc.sql("update waiting set ask_by = :askBy where placement_id = :placement and state = 'asked'")
                .param("placement", placement.value())
                .param("askBy", askBy)
                .update();
    }

    /** @param since where in line from now on */
    void passedOver(PlacementId placement, Instant since, LocalDate reviewOn) {
        jdbc.sql("""
                        update waiting set state = 'passed-over', times_passed = times_passed + 1, ask_by = null,
                            in_line_since = :since, review_on = :reviewOn
                        where placement_id = :placement""")
                .param("placement", placement.value())
                .param("since", Sql.timestamp(since))
                .param("reviewOn", reviewOn)
                .update();
    }

    void stays(PlacementId placement, LocalDate reviewOn) {
        jdbc.sql("update waiting set state = 'in-line', review_on = :reviewOn where placement_id = :placement")
                .param("placement", placement.value())
                .param("reviewOn", reviewOn)
                .update();
    }

    /** Off the list. Nothing happens where it is on none. */
    public void over(PlacementId placement) {
        jdbc.sql("update waiting set state = 'over', ask_by = null where placement_id = :placement and state <> 'over'")
                .param("placement", placement.value())
                .update();
    }

    void because(PlacementId placement, StopWaiting why, Narrative note, SubjectKey key) {
        jdbc.sql("update waiting set ended_by = :why, note = :note where placement_id = :placement")
                .param("placement", placement.value())
                .param("why", why.word())
                .param("note", PersonalCodec.seal(key, note))
                .update();
    }

    private static WaitingPlacement waiting(ResultSet row) throws SQLException {
        return new WaitingPlacement(
                new PlacementId(Sql.uuid(row, "placement_id")),
                new ReferralId(Sql.uuid(row, "referral_id")),
                new GroupId(Sql.uuid(row, "group_id")),
                WaitingPlacement.State.of(row.getString("state")),
                row.getInt("position"),
                row.getInt("length"),
                Sql.instant(row, "joined_at"),
                Sql.instant(row, "in_line_since"),
                Sql.date(row, "review_on"),
                Optional.ofNullable(Sql.date(row, "ask_by")),
                row.getInt("times_passed"));
    }
}
