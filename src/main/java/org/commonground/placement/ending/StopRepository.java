package org.commonground.placement.ending;

import java.time.Instant;
import org.commonground.account.Actor;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code stop}: a row for every one, whatever its reason. */
@Repository
class StopRepository {

    private final JdbcClient jdbc;

    StopRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StopReferral command, SubjectKey key, Actor actor, Instant at) {
        jdbc.sql("""
                        insert into stop (referral_id, reason, told_by, told_how, narrative, recorded_by, recorded_at)
                        values (:referral, :reason, :told, :how, :narrative, :by, :at)""")
                .param("referral", command.referral().value())
                .param("reason", command.reason().word())
                .param("told", command.told().word())
                .param("how", command.how() == null ? null : command.how().word())
                .param("narrative", PersonalCodec.seal(key, command.narrative()))
                .param("by", actor.signature().text())
                .param("at", Sql.timestamp(at))
                .update();
    }
}
