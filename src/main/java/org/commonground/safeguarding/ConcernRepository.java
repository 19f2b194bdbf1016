package org.commonground.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.event.By;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Concerns in the table {@code concern}; each has a subject key of its own, apart from its person's. */
@Repository
class ConcernRepository {

    private final JdbcClient jdbc;
    private final Keys keys;

    ConcernRepository(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** False where the same request has raised it already. */
    boolean insert(ConcernId id, NeighbourhoodId where, RaiseConcern command, By by, Instant at) {
        SubjectKey key = keys.make(id.value());
        boolean raised = jdbc.sql("""
                        insert into concern (id, neighbourhood_id, request, referral_id, group_id, task, immediate_danger, what,
                                             raised_at, raised_as, raised_by)
                        values (:id, :where, :request, :referral, :group, :task, :danger, :what,
                                :at, :role, :by)
                        on conflict (request) do nothing""")
                        .param("id", id.value())
                        .param("where", where.value())
                        .param("request", command.request())
                        .param("referral", command.referral())
                        .param("group", command.group())
                        .param("task", command.task())
                        .param("danger", command.immediateDanger())
                        .param("what", PersonalCodec.seal(key, command.what()))
                        .param("at", Sql.timestamp(at))
                        .param("role", by.role())
                        .param("by", by.signature().text())
                        .update()
                == 1;
        if (!raised) {
            keys.forget(id.value());
        }
        return raised;
    }

    ConcernId raisedBy(UUID request) {
        return new ConcernId(jdbc.sql("select id from concern where request = :request")
                .param("request", request)
                .query(UUID.class)
                .single());
    }

    Optional<Concern> find(ConcernId id) {
        return jdbc.sql("select * from concern where id = :id")
                .param("id", id.value())
                .query((row, number) -> concern(row))
                .optional();
    }

    /** Takes the concern's row for the rest of the transaction, so that two decisions come one after the other. */
    Optional<Concern> lock(ConcernId id) {
        return jdbc.sql("select * from concern where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> concern(row))
                .optional();
    }

    void bringToDeputy(ConcernId id, Instant at) {
        jdbc.sql("update concern set deputy_asked_at = :at where id = :id")
                .param("at", Sql.timestamp(at))
                .param("id", id.value())
                .update();
    }

    void review(ConcernId id, ReviewConcern review, Signature by, Instant at) {
        SubjectKey key = keys.of(id.value());
        boolean told = review.localAuthorityTold();
        jdbc.sql("""
                        update concern
                        set decision = :decision, reasons = :reasons, authority_told_on = :toldOn,
                            authority_contact = :contact, named_person = :named,
                            reviewed_at = :at, reviewed_by = :by
                        where id = :id""")
                .param("id", id.value())
                .param("decision", review.decision().word())
                .param("reasons", PersonalCodec.seal(key, review.reasons()))
                .param("toldOn", told ? review.localAuthorityToldOn() : null)
                .param("contact", told ? PersonalCodec.seal(key, review.localAuthorityContact()) : null)
                .param("named", PersonalCodec.seal(key, review.namedPerson()))
                .param("at", Sql.timestamp(at))
                .param("by", by.text())
                .update();
    }

    private Concern concern(ResultSet row) throws SQLException {
        ConcernId id = new ConcernId(Sql.uuid(row, "id"));
        SubjectKey key = keys.of(id.value());
        return new Concern(
                id,
                new NeighbourhoodId(Sql.uuid(row, "neighbourhood_id")),
                Sql.uuid(row, "referral_id"),
                Sql.uuid(row, "group_id"),
                row.getBoolean("immediate_danger"),
                PersonalCodec.open(key, row.getBytes("what"), Narrative::of),
                Sql.instant(row, "raised_at"),
                row.getString("raised_as"),
                row.getObject("deputy_asked_at") != null,
                row.getString("decision") == null ? null : review(row, key));
    }

    private static Concern.Review review(ResultSet row, SubjectKey key) throws SQLException {
        return new Concern.Review(
                Worded.of(Decision.class, row.getString("decision")),
                PersonalCodec.open(key, row.getBytes("reasons"), Narrative::of),
                Sql.date(row, "authority_told_on"),
                PersonalCodec.open(key, row.getBytes("authority_contact"), PersonName::of),
                PersonalCodec.open(key, row.getBytes("named_person"), PersonName::of),
                Sql.instant(row, "reviewed_at"));
    }
}
