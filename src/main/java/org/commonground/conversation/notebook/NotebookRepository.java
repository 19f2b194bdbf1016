package org.commonground.conversation.notebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The tables {@code note}, {@code goal} and {@code agreed_action}. */
@Repository
class NotebookRepository {

    private final JdbcClient jdbc;

    NotebookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Notebook of(ReferralId referral, SubjectKey key) {
        return new Notebook(
                notes(referral, key), List.copyOf(goals(referral, key).values()), actions(referral, key));
    }

    /** False where it is there already. */
    boolean add(ReferralId referral, SubjectKey key, Note note) {
        return jdbc.sql("""
                        insert into note (id, referral_id, at, how, with_whom, text, signed_by)
                        values (:id, :referral, :at, :how, :with, :text, :signature)
                        on conflict (id) do nothing""")
                        .param("id", note.id())
                        .param("referral", referral.value())
                        .param("at", Sql.timestamp(note.at()))
                        .param("how", note.how() == null ? null : note.how().word())
                        .param("with", PersonalCodec.seal(key, note.with()))
                        .param("text", PersonalCodec.seal(key, note.text()))
                        .param("signature", note.by().text())
                        .update()
                == 1;
    }

    /** Ends the goals that hold no longer and adds the new ones; the others stay as they are. */
    void want(ReferralId referral, SubjectKey key, List<Narrative> wanted, Instant now) {
        Map<UUID, Narrative> before = goals(referral, key);
        before.forEach((id, goal) -> {
            if (!wanted.contains(goal)) {
                jdbc.sql("update goal set ended_at = :now where id = :id")
                        .param("now", Sql.timestamp(now))
                        .param("id", id)
                        .update();
            }
        });
        wanted.stream()
                .filter(goal -> !before.containsValue(goal))
                .forEach(goal -> jdbc.sql("""
                        insert into goal (id, referral_id, since, text) values (:id, :referral, :now, :text)""")
                        .param("id", Ids.next())
                        .param("referral", referral.value())
                        .param("now", Sql.timestamp(now))
                        .param("text", PersonalCodec.seal(key, goal))
                        .update());
    }

    void add(ReferralId referral, SubjectKey key, ActionLine action, Instant now) {
        jdbc.sql("""
                        insert into agreed_action (id, referral_id, agreed_at, what, who, by_when)
                        values (:id, :referral, :now, :what, :who, :by)""")
                .param("id", Ids.next())
                .param("referral", referral.value())
                .param("now", Sql.timestamp(now))
                .param("what", PersonalCodec.seal(key, action.what()))
                .param("who", PersonalCodec.seal(key, action.who()))
                .param("by", action.by())
                .update();
    }

    /** False where there is no such open action of this referral. */
    boolean tick(ReferralId referral, UUID action, Instant now, Signature by) {
        return jdbc.sql("""
                        update agreed_action set done_at = :now, done_by = :by
                        where id = :id and referral_id = :referral and done_at is null""")
                        .param("now", Sql.timestamp(now))
                        .param("by", by.text())
                        .param("id", action)
                        .param("referral", referral.value())
                        .update()
                == 1;
    }

    private List<Note> notes(ReferralId referral, SubjectKey key) {
        return jdbc.sql("select * from note where referral_id = :referral order by at desc, id desc")
                .param("referral", referral.value())
                .query((row, n) -> new Note(
                        Sql.uuid(row, "id"),
                        Sql.instant(row, "at"),
                        how(row.getString("how")),
                        open(row, key, "with_whom"),
                        open(row, key, "text"),
                        Signature.of(row.getString("signed_by"))))
                .list();
    }

    private Map<UUID, Narrative> goals(ReferralId referral, SubjectKey key) {
        return jdbc
                .sql("select * from goal where referral_id = :referral and ended_at is null order by since, id")
                .param("referral", referral.value())
                .query((row, n) -> Map.entry(Sql.uuid(row, "id"), open(row, key, "text")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private List<AgreedAction> actions(ReferralId referral, SubjectKey key) {
        return jdbc.sql("""
                        select * from agreed_action where referral_id = :referral
                        order by done_at is not null, by_when, id""")
                .param("referral", referral.value())
                .query((row, n) -> new AgreedAction(
                        Sql.uuid(row, "id"),
                        open(row, key, "what"),
                        open(row, key, "who"),
                        Sql.date(row, "by_when"),
                        Sql.instant(row, "done_at")))
                .list();
    }

    private static Narrative open(ResultSet row, SubjectKey key, String column) throws SQLException {
        return PersonalCodec.open(key, row.getBytes(column), Narrative::new);
    }

    private static ContactKind how(String word) {
        return word == null ? null : Worded.of(ContactKind.class, word);
    }
}
