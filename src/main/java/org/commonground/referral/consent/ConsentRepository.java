package org.commonground.referral.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.group.GroupId;
import org.commonground.platform.Ids;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.Sealed;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code consent}: answers are added, never changed. */
@Repository
public class ConsentRepository {

    private final JdbcClient jdbc;

    ConsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ReferralId referral, SubjectKey key, AnswerConsent answer, Instant at, Actor actor) {
        jdbc.sql("""
                        insert into consent (id, referral_id, purpose, group_id, given, given_by, decided_by, grounds,
                            at, role, signed_by)
                        values (:id, :referral, :purpose, :group, :given, :by, :decidedBy, :grounds, :at, :role,
                            :signature)""")
                .param("id", Ids.next())
                .param("referral", referral.value())
                .param("purpose", answer.purpose().word())
                .param("group", answer.group() == null ? null : answer.group().value())
                .param("given", answer.given())
                .param("by", answer.by().word())
                .param("decidedBy", PersonalCodec.seal(key, answer.decidedBy()))
                .param("grounds", PersonalCodec.seal(key, answer.grounds()))
                .param("at", Sql.timestamp(at))
                .param("role", actor.role())
                .param("signature", actor.signature().text())
                .update();
    }

    public Consents of(ReferralId referral, SubjectKey key) {
        return new Consents(jdbc.sql("select * from consent where referral_id = :referral order by at, id")
                .param("referral", referral.value())
                .query((row, n) -> read(row, new Sealed(row, key)))
                .list());
    }

    private static Consent read(ResultSet row, Sealed sealed) throws SQLException {
        UUID group = Sql.uuid(row, "group_id");
        return new Consent(
                Worded.of(Purpose.class, row.getString("purpose")),
                group == null ? null : new GroupId(group),
                row.getBoolean("given"),
                Worded.of(GivenBy.class, row.getString("given_by")),
                sealed.open("decided_by", PersonName::new),
                sealed.open("grounds", Narrative::new),
                Sql.instant(row, "at"));
    }
}
