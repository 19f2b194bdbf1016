package org.commonground.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code practice}. */
@Repository
class PracticeRepository {

    private static final String SELECT = "select id, ods_code, name, subject_key, mail, team_id, active from practice ";

    private final JdbcClient jdbc;

    PracticeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PracticeId id, NewPractice practice, String keyHash) {
        SubjectKey key = SubjectKey.random();
        jdbc.sql("""
                        insert into practice (id, ods_code, name, subject_key, mail, team_id, api_key_hash)
                        values (:id, :code, :name, :key, :mail, :team, :hash)""")
                .param("id", id.value())
                .param("code", practice.odsCode())
                .param("name", practice.name().strip())
                .param("key", key.bytes())
                .param("mail", PersonalCodec.seal(key, practice.mail()))
                .param("team", practice.team().value())
                .param("hash", keyHash)
                .update();
    }

    void changeKey(PracticeId id, String keyHash) {
        jdbc.sql("update practice set api_key_hash = :hash where id = :id")
                .param("hash", keyHash)
                .param("id", id.value())
                .update();
    }

    void changeMail(PracticeId id, MailAddress mail) {
        SubjectKey key = jdbc.sql("select subject_key from practice where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> new SubjectKey(row.getBytes(1)))
                .single();
        jdbc.sql("update practice set mail = :mail where id = :id")
                .param("mail", PersonalCodec.seal(key, mail))
                .param("id", id.value())
                .update();
    }

    void close(PracticeId id) {
        jdbc.sql("update practice set active = false where id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Practice> find(PracticeId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> practice(row))
                .optional();
    }

    Optional<Practice> byOdsCode(String code) {
        return jdbc.sql(SELECT + "where ods_code = :code")
                .param("code", code)
                .query((row, n) -> practice(row))
                .optional();
    }

    List<Practice> active() {
        return jdbc.sql(SELECT + "where active order by ods_code")
                .query((row, n) -> practice(row))
                .list();
    }

    String keyHash(PracticeId id) {
        return jdbc.sql("select api_key_hash from practice where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private static Practice practice(ResultSet row) throws SQLException {
        SubjectKey key = new SubjectKey(row.getBytes("subject_key"));
        return new Practice(
                new PracticeId(Sql.uuid(row, "id")),
                row.getString("ods_code"),
                row.getString("name"),
                PersonalCodec.open(key, row.getBytes("mail"), MailAddress::of),
                new TeamId(Sql.uuid(row, "team_id")),
                row.getBoolean("active"));
    }
}
