package org.commonground.placement.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonground.placement.PlacementId;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code question}. */
@Repository
class GroupQuestionRepository {

    private final JdbcClient jdbc;

    GroupQuestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param spokenWith who asked it on the phone, or null */
    void insert(
            PlacementId placement, Narrative text, PersonName spokenWith, SubjectKey key, Signature by, Instant at) {
        jdbc.sql("""
                        insert into question (id, placement_id, text, spoken_with, asked_by, asked_at)
                        values (:id, :placement, :text, :spokenWith, :by, :at)""")
                .param("id", Ids.next())
                .param("placement", placement.value())
                .param("text", PersonalCodec.seal(key, text))
                .param("spokenWith", PersonalCodec.seal(key, spokenWith))
                .param("by", by.text())
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** Answers the question that waits; returns false where none does. */
    boolean reply(PlacementId placement, Narrative reply, SubjectKey key, Signature by, Instant at) {
        return jdbc.sql("""
                        update question set reply = :reply, replied_by = :by, replied_at = :at
                        where placement_id = :placement and replied_at is null""")
                        .param("placement", placement.value())
                        .param("reply", PersonalCodec.seal(key, reply))
                        .param("by", by.text())
                        .param("at", Sql.timestamp(at))
                        .update()
                == 1;
    }

    boolean waits(PlacementId placement) {
        return jdbc.sql("select exists (select from question where placement_id = :placement and replied_at is null)")
                .param("placement", placement.value())
                .query(Boolean.class)
                .single();
    }

    /** The first one first. */
    List<GroupQuestion> of(PlacementId placement, SubjectKey key) {
        return jdbc.sql("select * from question where placement_id = :placement order by asked_at, id")
                .param("placement", placement.value())
                .query((row, number) -> question(row, key))
                .list();
    }

    private static GroupQuestion question(ResultSet row, SubjectKey key) throws SQLException {
        return new GroupQuestion(
                PersonalCodec.open(key, row.getBytes("text"), Narrative::of),
                Sql.instant(row, "asked_at"),
                Optional.ofNullable(PersonalCodec.open(key, row.getBytes("reply"), Narrative::of)),
                Optional.ofNullable(row.getTimestamp("replied_at")).map(at -> at.toInstant()));
    }
}
