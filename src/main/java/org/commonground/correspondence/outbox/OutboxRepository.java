package org.commonground.correspondence.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.MessageWay;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the outbox. */
@Repository
public class OutboxRepository {

    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a waiting row; does nothing where the same recipient is already told about the same occasion. */
    void add(
            MessageKind kind,
            UUID recipient,
            UUID subject,
            UUID occasion,
            Optional<NeighbourhoodId> where,
            Instant now) {
        jdbc.sql("""
                        insert into outbox (id, kind, recipient_role, recipient_id, subject_id, occasion_id,
                            neighbourhood_id, state, next_attempt, posted)
                        values (:id, :kind, :role, :recipient, :subject, :occasion, :where, 'waiting', :now, :now)
                        on conflict (subject_id, kind, occasion_id, recipient_id) do nothing""")
                .param("id", MessageId.next().value())
                .param("kind", kind.word())
                .param("role", kind.recipient().word())
                .param("recipient", recipient)
                .param("subject", subject)
                .param("occasion", occasion)
                .param("where", where.map(NeighbourhoodId::value).orElse(null))
                .param("now", Sql.timestamp(now))
                .update();
    }

    /**
     * Takes the longest due mail for one attempt: a waiting one, or one whose claim has expired with its node. Rows
     * that another node is just taking are passed over.
     */
    Optional<ClaimedMail> claim(UUID claim, Instant now, Instant expires) {
        return jdbc.sql("""
                        update outbox set state = 'claimed', claim = :claim, claim_expires = :expires,
                            attempts = attempts + 1
                        where id = (
                            select id from outbox
                            where state in ('waiting', 'claimed') and next_attempt <= :now
                                and (state = 'waiting' or claim_expires <= :now)
                            order by next_attempt, id limit 1 for update skip locked)
                        returning *,
                            (select count(*) from outbox earlier where earlier.subject_id = outbox.subject_id
                                and earlier.kind = outbox.kind and earlier.recipient_id = outbox.recipient_id
                                and earlier.posted < outbox.posted) as earlier""")
                .param("claim", claim)
                .param("now", Sql.timestamp(now))
                .param("expires", Sql.timestamp(expires))
                .query((row, number) -> new ClaimedMail(posted(row), claim, row.getInt("earlier")))
                .optional();
    }

    /** Writes what became of an attempt; false where the claim had expired and somebody else has taken over. */
    boolean settle(ClaimedMail mail, MessageState state, String status, Instant now) {
        return jdbc.sql("""
                        update outbox set state = :state, status = :status, settled = :now,
                            claim = null, claim_expires = null
                        where id = :id and claim = :claim""")
                        .param("state", state.word())
                        .param("status", status)
                        .param("now", Sql.timestamp(now))
                        .param("id", mail.mail().id().value())
                        .param("claim", mail.claim())
                        .update()
                == 1;
    }

    /** Gives the mail back for another attempt later; false where the claim had expired. */
    boolean postpone(ClaimedMail mail, String status, Instant next) {
        return jdbc.sql("""
                        update outbox set state = 'waiting', status = :status, next_attempt = :next,
                            claim = null, claim_expires = null
                        where id = :id and claim = :claim""")
                        .param("status", status)
                        .param("next", Sql.timestamp(next))
                        .param("id", mail.mail().id().value())
                        .param("claim", mail.claim())
                        .update()
                == 1;
    }

    /** Gives back a mail that was not tried, and why; it has as many attempts left. False where the claim had expired. */
    boolean hold(ClaimedMail mail, String status, Instant next) {
        return jdbc.sql("""
                        update outbox set state = 'waiting', status = :status, next_attempt = :next,
                            attempts = attempts - 1, claim = null, claim_expires = null
                        where id = :id and claim = :claim""")
                        .param("status", status)
                        .param("next", Sql.timestamp(next))
                        .param("id", mail.mail().id().value())
                        .param("claim", mail.claim())
                        .update()
                == 1;
    }

    Optional<PostedMessage> find(MessageId id) {
        return jdbc.sql("select * from outbox where id = :id")
                .param("id", id.value())
                .query((row, number) -> posted(row))
                .optional();
    }

    Optional<PostedMessage> lock(MessageId id) {
        return jdbc.sql("select * from outbox where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> posted(row))
                .optional();
    }

    /** The newest mail of a kind about a subject; nobody takes or changes it until the transaction ends. */
    Optional<PostedMessage> lockNewest(MessageKind kind, UUID subject) {
        return jdbc.sql("""
                        select * from outbox where subject_id = :subject and kind = :kind
                        order by posted desc, id desc limit 1 for update""")
                .param("subject", subject)
                .param("kind", kind.word())
                .query((row, number) -> posted(row))
                .optional();
    }

    /** Another mail takes its place. */
    void replace(MessageId id, Instant now) {
        jdbc.sql("update outbox set state = 'dropped', status = 'replaced', settled = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Nobody is told it any more: its day has passed. */
    void drop(MessageId id, Instant now) {
        jdbc.sql("update outbox set state = 'dropped', status = 'dropped', settled = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** A failed mail starts anew, with all its attempts. */
    void restart(MessageId id, Instant now) {
        jdbc.sql("""
                        update outbox set state = 'waiting', attempts = 0, next_attempt = :now, settled = null
                        where id = :id""").param("id", id.value()).param("now", Sql.timestamp(now)).update();
    }

    /** It is no mail any more: somebody has a task. */
    void anotherWay(MessageId id, MessageWay way, Instant now) {
        jdbc.sql("update outbox set state = 'other-way', status = :way, settled = :now where id = :id")
                .param("id", id.value())
                .param("way", way.word())
                .param("now", Sql.timestamp(now))
                .update();
    }

    void tried(MessageId mail, MessageWay way, boolean told, Signature by, Instant at) {
        jdbc.sql("""
                        insert into telling (id, mail_id, way, told, told_by, told_at)
                        values (:id, :mail, :way, :told, :by, :at)""")
                .param("id", Ids.next())
                .param("mail", mail.value())
                .param("way", way.word())
                .param("told", told)
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    Set<MessageWay> triedWays(MessageId mail) {
        return Set.copyOf(jdbc.sql("select distinct way from telling where mail_id = :mail")
                .param("mail", mail.value())
                .query((row, number) -> Worded.of(MessageWay.class, row.getString("way")))
                .list());
    }

    /** Nobody could tell the person by any way: it ends, and the lead knows. */
    void notTold(MessageId id, Instant now) {
        jdbc.sql("update outbox set state = 'dropped', status = 'not-told', settled = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.timestamp(now))
                .update();
    }

    void toldOtherwise(MessageId id, Instant now) {
        jdbc.sql("update outbox set state = 'told-otherwise', settled = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.timestamp(now))
                .update();
    }

    List<MessageId> toPerson(UUID referral) {
        return jdbc.sql("select id from outbox where recipient_role = 'person' and recipient_id = :referral")
                .param("referral", referral)
                .query((row, number) -> new MessageId(Sql.uuid(row, "id")))
                .list();
    }

    /**
     * Drops what has not reached a person yet, also what a node is sending at this moment: it finds its claim gone.
     * Returns what was dropped.
     */
    List<MessageId> cease(UUID referral, Instant now) {
        return jdbc.sql("""
                        update outbox set state = 'dropped', status = 'stopped', settled = :now, claim = null,
                            claim_expires = null
                        where recipient_role = 'person' and recipient_id = :referral
                            and state in ('waiting', 'claimed', 'failed', 'other-way')
                        returning id""")
                .param("referral", referral)
                .param("now", Sql.timestamp(now))
                .query((row, number) -> new MessageId(Sql.uuid(row, "id")))
                .list();
    }

    /** Whether the claim still stands: nobody has dropped the mail, and no other node has taken it. */
    boolean isClaimed(ClaimedMail mail) {
        return jdbc.sql("select count(*) from outbox where id = :id and claim = :claim")
                        .param("id", mail.mail().id().value())
                        .param("claim", mail.claim())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many are due, {@code most} at most. */
    int due(Instant now, int most) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from outbox
                            where state in ('waiting', 'claimed') and next_attempt <= :now
                                and (state = 'waiting' or claim_expires <= :now)
                            limit :most) due""")
                .param("now", Sql.timestamp(now))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** What a pause keeps back is no backlog. */
    OutboxMetrics.Backlog backlog() {
        return jdbc.sql("""
                        select count(*) filter (where state <> 'failed') as waiting,
                            min(posted) filter (where state <> 'failed') as oldest,
                            count(*) filter (where state = 'failed') as failed
                        from outbox
                        where state in ('waiting', 'claimed', 'failed') and status is distinct from :paused""")
                .param("paused", Delivery.PAUSED)
                .query((row, number) -> new OutboxMetrics.Backlog(
                        row.getLong("waiting"), Sql.instant(row, "oldest"), row.getLong("failed")))
                .single();
    }

    private static PostedMessage posted(ResultSet row) throws SQLException {
        return new PostedMessage(
                new MessageId(Sql.uuid(row, "id")),
                Worded.of(MessageKind.class, row.getString("kind")),
                Sql.uuid(row, "recipient_id"),
                Sql.uuid(row, "subject_id"),
                Sql.uuid(row, "occasion_id"),
                Optional.ofNullable(Sql.uuid(row, "neighbourhood_id")).map(NeighbourhoodId::new),
                Worded.of(MessageState.class, row.getString("state")),
                row.getInt("attempts"),
                row.getString("status"));
    }
}
