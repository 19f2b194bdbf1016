package org.commonground.correspondence.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.NeighbourhoodId;
import org.commonground.correspondence.Channel;
import org.commonground.correspondence.ClaimedMail;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.MessageState;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.Window;
import org.commonground.correspondence.channel.Delivery;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code message} and {@code delivery}: who is told what, and each try to do so. What became of a try, and the try,
 * are written by one statement.
 */
@Repository
public class MessageRepository {

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a waiting row; does nothing where the same recipient is already told about the same occasion. What waits with an
     * end and says the same about the subject has the new end: its words are of now.
     */
    void add(
            MessageKind kind,
            UUID recipient,
            UUID subject,
            UUID occasion,
            Optional<NeighbourhoodId> where,
            Window window,
            Instant now) {
        jdbc.sql("""
                        with earlier as (
                            update message set not_after = :notAfter
                            where subject_id = :subject and kind = :kind and recipient_id = :recipient
                                and state in ('waiting', 'claimed', 'failed', 'other-way')
                                and not_after <> cast(:notAfter as timestamptz))
                        insert into message (id, kind, recipient_role, recipient_id, subject_id, occasion_id,
                            neighbourhood_id, not_before, not_after, state, next_attempt, posted)
                        values (:id, :kind, :role, :recipient, :subject, :occasion, :where, :notBefore, :notAfter,
                            'waiting', coalesce(cast(:notBefore as timestamptz), :now), :now)
                        on conflict (subject_id, kind, occasion_id, recipient_id) do nothing""")
                .param("id", MessageId.next().value())
                .param("kind", kind.word())
                .param("role", kind.recipient().word())
                .param("recipient", recipient)
                .param("subject", subject)
                .param("occasion", occasion)
                .param("where", where.map(NeighbourhoodId::value).orElse(null))
                .param("notBefore", window.notBefore() == null ? null : Sql.timestamp(window.notBefore()))
                .param("notAfter", window.notAfter() == null ? null : Sql.timestamp(window.notAfter()))
                .param("now", Sql.timestamp(now))
                .update();
    }

    /**
     * Takes the longest due mail for one attempt: a waiting one, or one whose claim has expired with its node. Rows
     * that another node is just taking are passed over.
     */
    Optional<ClaimedMail> claim(UUID claim, Instant now, Instant expires) {
        return jdbc.sql("""
                        update message set state = 'claimed', claim = :claim, claim_expires = :expires,
                            attempts = attempts + 1
                        where id = (
                            select id from message
                            where state in ('waiting', 'claimed') and next_attempt <= :now
                                and (state = 'waiting' or claim_expires <= :now)
                            order by next_attempt, id limit 1 for update skip locked)
                        returning *,
                            (select count(*) from message earlier where earlier.subject_id = message.subject_id
                                and earlier.kind = message.kind and earlier.recipient_id = message.recipient_id
                                and earlier.posted < message.posted) as earlier""")
                .param("claim", claim)
                .param("now", Sql.timestamp(now))
                .param("expires", Sql.timestamp(expires))
                .query((row, number) -> new ClaimedMail(posted(row), claim, row.getInt("earlier")))
                .optional();
    }

    /** Writes what became of a try by mail; false where the claim had expired and somebody else has taken over. */
    boolean settle(ClaimedMail mail, MessageState state, Tried tried, String status, Instant now) {
        return jdbc.sql("""
                        with settled as (
                            update message set state = :state, status = :status, settled = :now,
                                claim = null, claim_expires = null
                            where id = :id and claim = :claim returning id)
                        insert into delivery (id, message_id, channel, at, outcome, status)
                        select :delivery, id, 'email', :now, :tried, :status from settled""")
                        .param("state", state.word())
                        .param("delivery", Ids.next())
                        .param("tried", tried.word())
                        .param("status", status)
                        .param("now", Sql.timestamp(now))
                        .param("id", mail.mail().id().value())
                        .param("claim", mail.claim())
                        .update()
                == 1;
    }

    /** Ends, without a try, what a node was about to send; false where the claim had expired. */
    boolean end(ClaimedMail mail, MessageState state, String status, Instant now) {
        return jdbc.sql("""
                        update message set state = :state, status = :status, settled = :now,
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

    /** It is no mail: somebody has a task. False where the claim had expired. */
    boolean giveToSomebody(ClaimedMail mail, Channel channel, Instant now) {
        return jdbc.sql("""
                        update message set state = 'other-way', channel = :channel, status = null, settled = :now,
                            claim = null, claim_expires = null
                        where id = :id and claim = :claim""")
                        .param("channel", channel.word())
                        .param("now", Sql.timestamp(now))
                        .param("id", mail.mail().id().value())
                        .param("claim", mail.claim())
                        .update()
                == 1;
    }

    /** Gives the mail back for another try after a pause; false where the claim had expired. */
    boolean postpone(ClaimedMail mail, String status, Instant now, Duration pause) {
        return jdbc.sql("""
                        with postponed as (
                            update message set state = 'waiting', status = :status, next_attempt = :next,
                                claim = null, claim_expires = null
                            where id = :id and claim = :claim returning id)
                        insert into delivery (id, message_id, channel, at, outcome, status)
                        select :delivery, id, 'email', :now, :tried, :status from postponed""")
                        .param("status", status)
                        .param("delivery", Ids.next())
                        .param("tried", Tried.NOT_NOW.word())
                        .param("now", Sql.timestamp(now))
                        .param("next", Sql.timestamp(now.plus(pause)))
                        .param("id", mail.mail().id().value())
                        .param("claim", mail.claim())
                        .update()
                == 1;
    }

    /** Gives back a mail that was not tried, and why; it has as many attempts left. False where the claim had expired. */
    boolean hold(ClaimedMail mail, String status, Instant next) {
        return jdbc.sql("""
                        update message set state = 'waiting', status = :status, next_attempt = :next,
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
        return jdbc.sql("select * from message where id = :id")
                .param("id", id.value())
                .query((row, number) -> posted(row))
                .optional();
    }

    Optional<PostedMessage> lock(MessageId id) {
        return jdbc.sql("select * from message where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> posted(row))
                .optional();
    }

    /** The newest mail of a kind about a subject; nobody takes or changes it until the transaction ends. */
    Optional<PostedMessage> lockNewest(MessageKind kind, UUID subject) {
        return jdbc.sql("""
                        select * from message where subject_id = :subject and kind = :kind
                        order by posted desc, id desc limit 1 for update""")
                .param("subject", subject)
                .param("kind", kind.word())
                .query((row, number) -> posted(row))
                .optional();
    }

    /** Another mail takes its place. */
    void replace(MessageId id, Instant now) {
        jdbc.sql("update message set state = 'dropped', status = 'replaced', settled = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Nobody is told it any more. */
    void drop(MessageId id, String status, Instant now) {
        jdbc.sql("update message set state = 'dropped', status = :status, settled = :now where id = :id")
                .param("id", id.value())
                .param("status", status)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** A failed mail starts anew, with all its attempts. */
    void restart(MessageId id, Instant now) {
        jdbc.sql("""
                        update message set state = 'waiting', attempts = 0, next_attempt = :now, settled = null
                        where id = :id""").param("id", id.value()).param("now", Sql.timestamp(now)).update();
    }

    /** It is no mail any more: somebody has a task. */
    void byHand(MessageId id, Channel channel, Instant now) {
        jdbc.sql("""
                        update message set state = 'other-way', channel = :channel, status = null, settled = :now
                        where id = :id""")
                .param("id", id.value())
                .param("channel", channel.word())
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Somebody posted it or called, or could not. */
    void tried(MessageId message, Channel channel, Tried outcome, Signature by, Instant at) {
        jdbc.sql("""
                        insert into delivery (id, message_id, channel, at, signed_by, outcome)
                        values (:id, :message, :channel, :at, :by, :outcome)""")
                .param("id", Ids.next())
                .param("message", message.value())
                .param("channel", channel.word())
                .param("outcome", outcome.word())
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    Set<Channel> failedChannels(MessageId message) {
        return Set.copyOf(
                jdbc.sql("select distinct channel from delivery where message_id = :message and outcome = 'failed'")
                        .param("message", message.value())
                        .query((row, number) -> Worded.of(Channel.class, row.getString("channel")))
                        .list());
    }

    /** What somebody is to post or to say to a referral's person; nobody else changes it until the transaction ends. */
    List<PostedMessage> lockInHand(UUID referral) {
        return jdbc.sql("""
                        select * from message where recipient_role = 'person' and recipient_id = :referral
                            and state = 'other-way' order by id for update""")
                .param("referral", referral)
                .query((row, number) -> posted(row))
                .list();
    }

    void toldOtherwise(MessageId id, Instant now) {
        jdbc.sql("update message set state = 'told-otherwise', settled = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.timestamp(now))
                .update();
    }

    List<MessageId> toPerson(UUID referral) {
        return jdbc.sql("select id from message where recipient_role = 'person' and recipient_id = :referral")
                .param("referral", referral)
                .query((row, number) -> new MessageId(Sql.uuid(row, "id")))
                .list();
    }

    /**
     * Drops what has not reached a person yet, also what a node is sending at this moment: it finds its claim gone.
     * Returns what was dropped.
     */
    List<MessageId> cease(UUID referral, Set<MessageKind> kinds, Instant now) {
        return jdbc.sql("""
                        update message set state = 'dropped', status = 'stopped', settled = :now, claim = null,
                            claim_expires = null
                        where recipient_role = 'person' and recipient_id = :referral
                            and kind in (:kinds) and state in ('waiting', 'claimed', 'failed', 'other-way')
                        returning id""")
                .param("kinds", kinds.stream().map(MessageKind::word).toList())
                .param("referral", referral)
                .param("now", Sql.timestamp(now))
                .query((row, number) -> new MessageId(Sql.uuid(row, "id")))
                .list();
    }

    /** Whether the claim still stands: nobody has dropped the mail, and no other node has taken it. */
    boolean isClaimed(ClaimedMail mail) {
        return jdbc.sql("select count(*) from message where id = :id and claim = :claim")
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
                            select 1 from message
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
                        from message
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
                new Window(Sql.instant(row, "not_before"), Sql.instant(row, "not_after")),
                Worded.of(MessageState.class, row.getString("state")),
                Worded.of(Channel.class, row.getString("channel")),
                row.getInt("attempts"),
                row.getString("status"));
    }
}
