package org.commonground.placement.ending;

import java.time.Instant;
import java.time.LocalDate;
import org.commonground.placement.PlacementId;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the table {@code placement} keeps of somebody who goes there no more. */
@Repository
class LeavingRepository {

    private final JdbcClient jdbc;

    LeavingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void left(PlacementId id, RecordLeaving said, SubjectKey key, LocalDate on, Signature by, Instant at) {
        jdbc.sql("""
                        update placement set left_on = :on, left_because = :because, left_note = :note,
                            left_recorded_by = :by, left_recorded_at = :at
                        where id = :id""")
                .param("id", id.value())
                .param("on", on)
                .param("because", said.because().word())
                .param("note", PersonalCodec.seal(key, said.note()))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }
}
