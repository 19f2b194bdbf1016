package org.commonground.conversation.reach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonground.conversation.DeclinedBecause;
import org.commonground.person.Way;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code contact_attempt}, {@code another_way} and {@code reply}. */
@Repository
public class ContactRepository {

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReferralId referral, SubjectKey key, Attempt attempt) {
        jdbc.sql("""
                        insert into contact_attempt (referral_id, number, way, why, at, result, declined_because,
                            signed_by)
                        values (:referral, :number, :way, :why, :at, :result, :because, :signature)""")
                .param("referral", referral.value())
                .param("number", attempt.number())
                .param("way", attempt.way().word())
                .param("at", Sql.timestamp(attempt.at()))
                .param("result", attempt.result().word())
                .param("why", PersonalCodec.seal(key, attempt.why()))
                .param(
                        "because",
                        attempt.because() == null ? null : attempt.because().word())
                .param("signature", attempt.by().text())
                .update();
    }

    /** First attempt first. */
    List<Attempt> attempts(ReferralId referral, SubjectKey key) {
        return jdbc.sql("select * from contact_attempt where referral_id = :referral order by number")
                .param("referral", referral.value())
                .query((row, n) -> new Attempt(
                        row.getInt("number"),
                        Worded.of(Way.class, row.getString("way")),
                        Sql.instant(row, "at"),
                        Worded.of(ContactResult.class, row.getString("result")),
                        PersonalCodec.open(key, row.getBytes("why"), Narrative::new),
                        because(row.getString("declined_because")),
                        Signature.of(row.getString("signed_by"))))
                .list();
    }

    void insert(ReferralId referral, SubjectKey key, FindAnotherWay found, Instant at, Signature by) {
        jdbc.sql("""
                        insert into another_way (id, referral_id, at, way, how, signed_by)
                        values (:id, :referral, :at, :way, :how, :signature)""")
                .param("id", Ids.next())
                .param("referral", referral.value())
                .param("at", Sql.timestamp(at))
                .param("way", found.anotherWay().word())
                .param("how", PersonalCodec.seal(key, found.how()))
                .param("signature", by.text())
                .update();
    }

    void insert(ReferralId referral, Reply reply, Instant at, Signature by) {
        jdbc.sql("""
                        insert into reply (id, referral_id, at, reply, signed_by)
                        values (:id, :referral, :at, :reply, :signature)""")
                .param("id", Ids.next())
                .param("referral", referral.value())
                .param("at", Sql.timestamp(at))
                .param("reply", reply.word())
                .param("signature", by.text())
                .update();
    }

    /** When the person last answered a last letter. */
    Optional<Instant> lastReply(ReferralId referral) {
        return jdbc.sql("select max(at) as at from reply where referral_id = :referral")
                .param("referral", referral.value())
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "at")))
                .single();
    }

    private static DeclinedBecause because(String word) {
        return word == null ? null : Worded.of(DeclinedBecause.class, word);
    }
}
