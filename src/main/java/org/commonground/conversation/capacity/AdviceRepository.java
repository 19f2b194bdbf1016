package org.commonground.conversation.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code capacity_advice}: advice is added, never changed. */
@Repository
class AdviceRepository {

    private final JdbcClient jdbc;

    AdviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReferralId referral, SubjectKey key, AdviseOnCapacity given, Instant at, Signature by) {
        boolean other = given.advice().isOther();
        jdbc.sql("""
                        insert into capacity_advice (id, referral_id, at, advice, decided_by, grounds, reason,
                            signed_by)
                        values (:id, :referral, :at, :advice, :decidedBy, :grounds, :reason, :signature)""")
                .param("id", Ids.next())
                .param("referral", referral.value())
                .param("at", Sql.timestamp(at))
                .param("advice", given.advice().word())
                .param("decidedBy", PersonalCodec.seal(key, other ? given.decidedBy() : null))
                .param("grounds", PersonalCodec.seal(key, other ? given.grounds() : null))
                .param("reason", PersonalCodec.seal(key, given.reason()))
                .param("signature", by.text())
                .update();
    }

    Optional<Advice> newest(ReferralId referral, SubjectKey key) {
        return jdbc.sql("""
                        select * from capacity_advice where referral_id = :referral
                        order by at desc, id desc limit 1""")
                .param("referral", referral.value())
                .query((row, n) -> read(row, key))
                .optional();
    }

    private static Advice read(ResultSet row, SubjectKey key) throws SQLException {
        return new Advice(
                Worded.of(CapacityAdvice.class, row.getString("advice")),
                PersonalCodec.open(key, row.getBytes("decided_by"), PersonName::new),
                PersonalCodec.open(key, row.getBytes("grounds"), Narrative::new),
                PersonalCodec.open(key, row.getBytes("reason"), Narrative::new),
                Sql.instant(row, "at"),
                Signature.of(row.getString("signed_by")));
    }
}
