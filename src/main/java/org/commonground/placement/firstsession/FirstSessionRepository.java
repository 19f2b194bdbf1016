package org.commonground.placement.firstsession;

import java.time.Instant;
import org.commonground.placement.FirstSession;
import org.commonground.placement.PersonSays;
import org.commonground.placement.PlacementId;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code person_answer} and {@code first_session}. */
@Repository
class FirstSessionRepository {

    private final JdbcClient jdbc;

    FirstSessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PlacementId placement, AskPerson answer, SubjectKey key, Signature by, Instant at) {
        jdbc.sql("""
                        insert into person_answer (placement_id, says, reason, note, asked_by, asked_at)
                        values (:placement, :says, :reason, :note, :by, :at)""")
                .param("placement", placement.value())
                .param("says", answer.personSays().word())
                .param(
                        "reason",
                        answer.personSays() == PersonSays.NO ? answer.noReason().word() : null)
                .param("note", PersonalCodec.seal(key, answer.note()))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** How often the person did not come. */
    int missed(PlacementId placement) {
        return jdbc.sql("select count(*) from first_session where placement_id = :placement and not attended")
                .param("placement", placement.value())
                .query(Integer.class)
                .single();
    }

    /** Whether a session was missed that the person has not been asked about. */
    boolean toBeAsked(PlacementId placement) {
        return jdbc.sql("""
                        select exists (select from first_session
                            where placement_id = :placement and not attended and asked_at is null)""")
                .param("placement", placement.value())
                .query(Boolean.class)
                .single();
    }

    void insert(
            PlacementId placement, int attempt, RecordFirstSession session, SubjectKey key, Signature by, Instant at) {
        jdbc.sql("""
                        insert into first_session (placement_id, attempt, attended, note, recorded_by, recorded_at)
                        values (:placement, :attempt, :attended, :note, :by, :at)""")
                .param("placement", placement.value())
                .param("attempt", attempt)
                .param("attended", session.firstSession() == Attendance.ATTENDED)
                .param("note", PersonalCodec.seal(key, session.note()))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** What the person said about the session they missed; returns false where none was, or they were asked already. */
    boolean asked(PlacementId placement, AskAfterMissed said, SubjectKey key, Signature by, Instant at) {
        return jdbc.sql("""
                        update first_session set missed_because = :because, try_again = :again, missed_note = :note,
                            asked_by = :by, asked_at = :at
                        where placement_id = :placement and not attended and asked_at is null""")
                        .param("placement", placement.value())
                        .param("because", said.missedBecause().word())
                        .param("again", said.afterMissed() == AfterMissed.TRY_AGAIN)
                        .param("note", PersonalCodec.seal(key, said.note()))
                        .param("by", by.text())
                        .param("at", Sql.timestamp(at))
                        .update()
                == 1;
    }

    void plan(PlacementId id, FirstSession session, SubjectKey key) {
        jdbc.sql("""
                        update placement set first_session_on = :on, first_session_at = :at,
                            first_session_in = :where, met_by = :metBy,
                            accompanied_by = :companion
                        where id = :id""")
                .param("id", id.value())
                .param("on", session.on())
                .param("at", session.at())
                .param("where", PersonalCodec.seal(key, session.where()))
                .param("metBy", PersonalCodec.seal(key, session.metBy()))
                .param("companion", PersonalCodec.seal(key, session.companion().orElse(null)))
                .update();
    }
}
