package org.commonground.placement;

import java.time.Instant;
import org.commonground.account.AccountId;
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

    void insert(PlacementId placement, AskPerson answer, SubjectKey key, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into person_answer (placement_id, says, reason, note, asked_by, asked_at)
                        values (:placement, :says, :reason, :note, :by, :at)""")
                .param("placement", placement.value())
                .param("says", answer.personSays().word())
                .param(
                        "reason",
                        answer.personSays() == PersonSays.NO ? answer.noReason().word() : null)
                .param("note", PersonalCodec.seal(key, answer.note()))
                .param("by", by.value())
                .param("at", Sql.timestamp(at))
                .update();
    }

    void insert(PlacementId placement, RecordFirstSession session, SubjectKey key, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into first_session (placement_id, attended, note, recorded_by, recorded_at)
                        values (:placement, :attended, :note, :by, :at)""")
                .param("placement", placement.value())
                .param("attended", session.firstSession() == Attendance.ATTENDED)
                .param("note", PersonalCodec.seal(key, session.note()))
                .param("by", by.value())
                .param("at", Sql.timestamp(at))
                .update();
    }
}
