package org.commonground.conversation.signpost;

import java.time.Instant;
import java.util.List;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code signposting}. */
@Repository
class SignpostingRepository {

    private final JdbcClient jdbc;

    SignpostingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReferralId referral, SubjectKey key, Signpost signpost, Instant at, Signature by) {
        jdbc.sql("""
                        insert into signposting (id, referral_id, at, signposted_to, why, told_how, signed_by)
                        values (:id, :referral, :at, :to, :why, :how, :signature)""")
                .param("id", SignpostingId.next().value())
                .param("referral", referral.value())
                .param("at", Sql.timestamp(at))
                .param("to", PersonalCodec.seal(key, signpost.signpostedTo()))
                .param("why", PersonalCodec.seal(key, signpost.signpostedWhy()))
                .param("how", signpost.signpostedHow().word())
                .param("signature", by.text())
                .update();
    }

    /** Newest first. */
    List<Signposting> of(ReferralId referral, SubjectKey key) {
        return jdbc.sql("select * from signposting where referral_id = :referral order by at desc, id desc")
                .param("referral", referral.value())
                .query((row, n) -> new Signposting(
                        new SignpostingId(Sql.uuid(row, "id")),
                        Sql.instant(row, "at"),
                        PersonalCodec.open(key, row.getBytes("signposted_to"), Narrative::new),
                        PersonalCodec.open(key, row.getBytes("why"), Narrative::new),
                        Worded.of(SignpostedHow.class, row.getString("told_how"))))
                .list();
    }
}
