package org.commonground.placement.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.group.GroupId;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementState;
import org.commonground.platform.Worded;
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

    /** Who is on a list follows from where the placement stands. */
    private static final String LINE = """
            select waiting.*, placement.referral_id, placement.state,
                row_number() over (order by in_line_since, placement_id) as position,
                count(*) over () as length
            from waiting join placement on placement.id = waiting.placement_id
            where placement.group_id = :group and placement.state in ('waiting', 'asked')
            """;

    private final JdbcClient jdbc;

    WaitingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void join(PlacementId placement, Instant at, LocalDate reviewOn) {
        jdbc.sql("""
                        insert into waiting (placement_id, joined_at, in_line_since, review_on)
                        values (:placement, :at, :at, :reviewOn)
                        on conflict (placement_id) do update set joined_at = :at, in_line_since = :at,
                            review_on = :reviewOn, ask_by = null, times_passed = 0, passed_over = false""")
                .param("placement", placement.value())
                .param("at", Sql.timestamp(at))
                .param("reviewOn", reviewOn)
                .update();
    }

    /** Everybody on a group's list, in their order. */
    List<WaitingPlacement> of(GroupId group) {
        return jdbc.sql(LINE + " order by position")
                .param("group", group.value())
                .query((row, number) -> waiting(row, group))
                .list();
    }

    /** A placement on its group's list; empty where it is on none. */
    Optional<WaitingPlacement> find(PlacementId placement, GroupId group) {
        return of(group).stream()
                .filter(one -> one.placement().equals(placement))
                .findFirst();
    }

    /** How many people a freed place of the group would be held for before anybody new. */
    public int inLine(GroupId group) {
        return jdbc.sql("""
                        select count(*) from waiting join placement on placement.id = waiting.placement_id
                        where placement.group_id = :group and placement.state = 'waiting' and not passed_over""").param("group", group.value()).query(Integer.class).single();
    }

    /** Groups that somebody waits for. */
    List<GroupId> groups() {
        return jdbc.sql("""
                        select distinct group_id from waiting join placement on placement.id = waiting.placement_id
                        where placement.state = 'waiting' and not passed_over order by group_id""").query(UUID.class).list().stream().map(GroupId::new).toList();
    }

    /** Until when a freed place is held for them. */
    void askBy(PlacementId placement, LocalDate askBy) {
        jdbc.sql("update waiting set ask_by = :askBy where placement_id = :placement")
                .param("placement", placement.value())
                .param("askBy", askBy)
                .update();
    }

    /** @param since where in line from now on */
    void passedOver(PlacementId placement, Instant since, LocalDate reviewOn) {
        jdbc.sql("""
                        update waiting set passed_over = true, times_passed = times_passed + 1, ask_by = null,
                            in_line_since = :since, review_on = :reviewOn
                        where placement_id = :placement""")
                .param("placement", placement.value())
                .param("since", Sql.timestamp(since))
                .param("reviewOn", reviewOn)
                .update();
    }

    void stays(PlacementId placement, LocalDate reviewOn) {
        jdbc.sql("update waiting set passed_over = false, review_on = :reviewOn where placement_id = :placement")
                .param("placement", placement.value())
                .param("reviewOn", reviewOn)
                .update();
    }

    void because(PlacementId placement, StopWaiting why, Narrative note, SubjectKey key) {
        jdbc.sql("update waiting set ended_by = :why, note = :note where placement_id = :placement")
                .param("placement", placement.value())
                .param("why", why.word())
                .param("note", PersonalCodec.seal(key, note))
                .update();
    }

    private static WaitingPlacement waiting(ResultSet row, GroupId group) throws SQLException {
        return new WaitingPlacement(
                new PlacementId(Sql.uuid(row, "placement_id")),
                new ReferralId(Sql.uuid(row, "referral_id")),
                group,
                state(row),
                row.getInt("position"),
                row.getInt("length"),
                Sql.instant(row, "joined_at"),
                Sql.instant(row, "in_line_since"),
                Sql.date(row, "review_on"),
                Optional.ofNullable(Sql.date(row, "ask_by")),
                row.getInt("times_passed"));
    }

    private static WaitingPlacement.State state(ResultSet row) throws SQLException {
        if (Worded.of(PlacementState.class, row.getString("state")) == PlacementState.ASKED) {
            return WaitingPlacement.State.ASKED;
        }
        return row.getBoolean("passed_over") ? WaitingPlacement.State.PASSED_OVER : WaitingPlacement.State.IN_LINE;
    }
}
