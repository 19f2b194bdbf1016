package org.commonground.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.commonground.account.AccountId;
import org.commonground.group.GroupId;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code placement}. */
@Repository
public class PlacementRepository {

    private static final String SELECT = """
            select placement.*, person.subject_key from placement
            join referral on referral.id = placement.referral_id
            join person on person.id = referral.person_id
            """;

    private final JdbcClient jdbc;

    PlacementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(PlacementId id, ReferralId referral, int round, GroupId group, boolean wouldWait) {
        jdbc.sql("""
                        insert into placement (id, referral_id, round, group_id, state, would_wait)
                        values (:id, :referral, :round, :group, 'chosen', :wouldWait)""")
                .param("id", id.value())
                .param("referral", referral.value())
                .param("round", round)
                .param("group", group.value())
                .param("wouldWait", wouldWait)
                .update();
    }

    /** Whether the person would wait where there is no place. */
    boolean wouldWait(PlacementId id) {
        return jdbc.sql("select would_wait from placement where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<Placement> find(PlacementId id) {
        return jdbc.sql(SELECT + "where placement.id = :id")
                .param("id", id.value())
                .query((row, number) -> placement(row))
                .optional();
    }

    /** The placement, whose row nobody else changes until the transaction ends. */
    public Placement lock(PlacementId id) {
        return jdbc.sql(SELECT + "where placement.id = :id for update of placement")
                .param("id", id.value())
                .query((row, number) -> placement(row))
                .single();
    }

    /** Every placement of a referral, in the order in which they were chosen. */
    public List<Placement> of(ReferralId referral) {
        return jdbc.sql(SELECT + "where placement.referral_id = :referral order by placement.round, placement.id")
                .param("referral", referral.value())
                .query((row, number) -> placement(row))
                .list();
    }

    /** Placements whose offer waits on or after the day of its reminder, and that were not reminded; no clock stands. */
    public List<PlacementId> toRemind(LocalDate today) {
        return jdbc.sql("""
                        select id from placement
                        where state = 'offered' and reminded_at is null and stood_since is null and remind_on <= :today
                        order by id""")
                .param("today", today)
                .query((row, number) -> new PlacementId(Sql.uuid(row, "id")))
                .list();
    }

    public void weighed(PlacementId id, Verdict verdict) {
        jdbc.sql("update placement set verdict = :verdict where id = :id")
                .param("id", id.value())
                .param("verdict", verdict.word())
                .update();
    }

    void offered(PlacementId id, LocalDate remindOn, LocalDate answerBy) {
        jdbc.sql("""
                        update placement set state = 'offered', remind_on = :remindOn, answer_by = :answerBy
                        where id = :id""")
                .param("id", id.value())
                .param("remindOn", remindOn)
                .param("answerBy", answerBy)
                .update();
    }

    public LocalDate remindOn(PlacementId id) {
        return jdbc.sql("select remind_on from placement where id = :id")
                .param("id", id.value())
                .query(LocalDate.class)
                .single();
    }

    /** Since when the offer's clock stands still, if it does. */
    public Optional<LocalDate> stoodSince(PlacementId id) {
        return jdbc.sql("select stood_since from placement where id = :id and stood_since is not null")
                .param("id", id.value())
                .query(LocalDate.class)
                .optional();
    }

    public void stopped(PlacementId id, LocalDate on) {
        jdbc.sql("update placement set stood_since = :on where id = :id")
                .param("id", id.value())
                .param("on", on)
                .update();
    }

    public void goesOn(PlacementId id, LocalDate remindOn, LocalDate answerBy) {
        jdbc.sql("""
                        update placement set stood_since = null, remind_on = :remindOn, answer_by = :answerBy
                        where id = :id""")
                .param("id", id.value())
                .param("remindOn", remindOn)
                .param("answerBy", answerBy)
                .update();
    }

    public void reminded(PlacementId id, Instant at) {
        jdbc.sql("update placement set reminded_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Sql.timestamp(at))
                .update();
    }

    public void stands(PlacementId id, PlacementState state) {
        jdbc.sql("update placement set state = :state where id = :id")
                .param("id", id.value())
                .param("state", state.word())
                .update();
    }

    public void agreed(PlacementId id, FirstSession session, SubjectKey key) {
        jdbc.sql("""
                        update placement set state = 'agreed', first_session_on = :on, first_session_at = :at,
                            first_session_in = :where, met_by = :metBy, accompanied_by = :companion
                        where id = :id""")
                .param("id", id.value())
                .param("on", session.on())
                .param("at", session.at())
                .param("where", PersonalCodec.seal(key, session.where()))
                .param("metBy", PersonalCodec.seal(key, session.metBy()))
                .param("companion", PersonalCodec.seal(key, session.companion().orElse(null)))
                .update();
    }

    public void left(PlacementId id, RecordLeaving said, SubjectKey key, LocalDate on, AccountId by, Instant at) {
        jdbc.sql("""
                        update placement set left_on = :on, left_because = :because, left_note = :note,
                            left_recorded_by = :by, left_recorded_at = :at
                        where id = :id""")
                .param("id", id.value())
                .param("on", on)
                .param("because", said.because().word())
                .param("note", PersonalCodec.seal(key, said.note()))
                .param("by", by.value())
                .param("at", Sql.timestamp(at))
                .update();
    }

    void ended(PlacementId id, EndReason reason) {
        jdbc.sql("update placement set state = 'ended', end_reason = :reason where id = :id")
                .param("id", id.value())
                .param("reason", reason.word())
                .update();
    }

    private static Placement placement(ResultSet row) throws SQLException {
        return new Placement(
                new PlacementId(Sql.uuid(row, "id")),
                new ReferralId(Sql.uuid(row, "referral_id")),
                new GroupId(Sql.uuid(row, "group_id")),
                row.getInt("round"),
                PlacementState.of(row.getString("state")),
                Optional.ofNullable(row.getString("end_reason")).map(EndReason::of),
                Optional.ofNullable(Sql.date(row, "answer_by")),
                Optional.ofNullable(firstSession(row)),
                Optional.ofNullable(Sql.date(row, "left_on")));
    }

    private static FirstSession firstSession(ResultSet row) throws SQLException {
        if (row.getObject("first_session_on") == null) {
            return null;
        }
        SubjectKey key = new SubjectKey(row.getBytes("subject_key"));
        return new FirstSession(
                Sql.date(row, "first_session_on"),
                row.getObject("first_session_at", LocalTime.class),
                PersonalCodec.open(key, row.getBytes("first_session_in"), Narrative::of),
                PersonalCodec.open(key, row.getBytes("met_by"), PersonName::of),
                Optional.ofNullable(PersonalCodec.open(key, row.getBytes("accompanied_by"), PersonName::of)));
    }
}
