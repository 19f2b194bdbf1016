package org.commonground.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.event.By;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.personal.Trait;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code crisis}; what is personal in it is sealed with the person's key. */
@Repository
class CrisisRepository {

    private static final String SELECT = "select * from crisis ";

    private final JdbcClient jdbc;
    private final Referrals referrals;

    CrisisRepository(JdbcClient jdbc, Referrals referrals) {
        this.jdbc = jdbc;
        this.referrals = referrals;
    }

    /** False where the same request has declared it already. */
    boolean insert(CrisisId id, DeclareCrisis command, SubjectKey key, By by, Instant at) {
        return jdbc.sql("""
                        insert into crisis (id, request, referral_id, kind, said, said_by, declared_at, declared_as,
                                            declared_by)
                        values (:id, :request, :referral, :kind, :said, :saidBy, :at, :role, :by)
                        on conflict (request) do nothing""")
                        .param("id", id.value())
                        .param("request", command.request())
                        .param("referral", command.referral().value())
                        .param("kind", command.kind().word())
                        .param("said", PersonalCodec.seal(key, command.said()))
                        .param("saidBy", command.saidBy().word())
                        .param("at", Sql.timestamp(at))
                        .param("role", by.role())
                        .param("by", by.signature().text())
                        .update()
                == 1;
    }

    /** The crisis a request has declared, where it was about this referral. */
    Optional<CrisisId> declaredBy(UUID request, ReferralId referral) {
        return jdbc.sql("select id from crisis where request = :request and referral_id = :referral")
                .param("request", request)
                .param("referral", referral.value())
                .query(UUID.class)
                .optional()
                .map(CrisisId::new);
    }

    Optional<Crisis> find(CrisisId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> crisis(row))
                .optional();
    }

    /** Takes the crisis's row for the rest of the transaction, so that two answers come one after the other. */
    Optional<Crisis> lock(CrisisId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> crisis(row))
                .optional();
    }

    /** The newest first. */
    List<Crisis> of(ReferralId referral) {
        return jdbc.sql(SELECT + "where referral_id = :referral order by declared_at desc, id desc")
                .param("referral", referral.value())
                .query((row, n) -> crisis(row))
                .list();
    }

    void reach(CrisisId id, Reach reach) {
        jdbc.sql("update crisis set reach = :reach where id = :id")
                .param("reach", reach.word())
                .param("id", id.value())
                .update();
    }

    void confirm(CrisisId id, SpeakWithPractice said, SubjectKey key, Signature by, Instant at) {
        jdbc.sql("""
                        update crisis set confirmed_by = :by, confirmed_role = :role, agreed = :agreed,
                                          confirmed_at = :at, recorded_by = :recordedBy
                        where id = :id""")
                .param("by", PersonalCodec.seal(key, said.confirmedBy()))
                .param("role", PersonalCodec.seal(key, said.confirmedRole()))
                .param("agreed", PersonalCodec.seal(key, said.agreed()))
                .param("at", Sql.timestamp(at))
                .param("recordedBy", by.text())
                .param("id", id.value())
                .update();
    }

    private Crisis crisis(ResultSet row) throws SQLException {
        ReferralId referral = new ReferralId(Sql.uuid(row, "referral_id"));
        SubjectKey key = referrals.keyOf(referral);
        return new Crisis(
                new CrisisId(Sql.uuid(row, "id")),
                referral,
                Worded.of(CrisisKind.class, row.getString("kind")),
                PersonalCodec.open(key, row.getBytes("said"), Narrative::new),
                Worded.of(SaidBy.class, row.getString("said_by")),
                Sql.instant(row, "declared_at"),
                row.getString("declared_as"),
                Optional.ofNullable(row.getString("reach")).map(Worded.reader(Reach.class)),
                Optional.ofNullable(row.getObject("confirmed_at") == null ? null : confirmation(row, key)));
    }

    private static Crisis.Confirmation confirmation(ResultSet row, SubjectKey key) throws SQLException {
        return new Crisis.Confirmation(
                PersonalCodec.open(key, row.getBytes("confirmed_by"), PersonName::new),
                PersonalCodec.open(key, row.getBytes("confirmed_role"), Trait::new),
                PersonalCodec.open(key, row.getBytes("agreed"), Narrative::new),
                Sql.instant(row, "confirmed_at"));
    }
}
