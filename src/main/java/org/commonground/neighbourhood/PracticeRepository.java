package org.commonground.neighbourhood;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.AccountId;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.PracticeId;
import org.commonground.account.TeamId;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.personal.Unopened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code practice}. */
@Repository
class PracticeRepository {

    private static final String SELECT = """
            select id, ods_code, name, mail, neighbourhood_id, team_id, duty_name, duty_phone,
                   valid_until, successor, active
            from practice
            """;

    private final JdbcClient jdbc;
    private final Keys keys;

    PracticeRepository(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void insert(PracticeId id, KeepPractice practice, String keyHash) {
        SubjectKey key = keys.make(id.value());
        facts(jdbc.sql("""
                        insert into practice (id, ods_code, name, mail, neighbourhood_id, team_id, duty_name, duty_phone,
                            valid_until, successor, api_key_hash)
                        values (:id, :code, :name, :mail, (select neighbourhood_id from team where id = :team), :team, :dutyName, :dutyPhone,
                            :validUntil, :successor, :hash)"""), practice, key)
                .param("id", id.value())
                .param("hash", keyHash)
                .update();
    }

    void change(PracticeId id, KeepPractice practice) {
        facts(jdbc.sql("""
                        update practice set ods_code = :code, name = :name, mail = :mail,
                            neighbourhood_id = (select neighbourhood_id from team where id = :team), team_id = :team,
                            duty_name = :dutyName, duty_phone = :dutyPhone, valid_until = :validUntil,
                            successor = :successor
                        where id = :id"""), practice, keys.of(id.value()))
                .param("id", id.value())
                .update();
    }

    private static JdbcClient.StatementSpec facts(
            JdbcClient.StatementSpec statement, KeepPractice practice, SubjectKey key) {
        return statement
                .param("code", practice.odsCode())
                .param("name", practice.name())
                .param("mail", PersonalCodec.seal(key, practice.mail()))
                .param("team", practice.team().value())
                .param("dutyName", PersonalCodec.seal(key, practice.dutyName()))
                .param("dutyPhone", PersonalCodec.seal(key, practice.dutyPhone()))
                .param("validUntil", practice.validUntil())
                .param(
                        "successor",
                        practice.successor() == null
                                ? null
                                : practice.successor().value());
    }

    void changeKey(PracticeId id, String keyHash) {
        jdbc.sql("update practice set api_key_hash = :hash where id = :id")
                .param("hash", keyHash)
                .param("id", id.value())
                .update();
    }

    void changeMail(PracticeId id, MailAddress mail) {
        jdbc.sql("update practice set mail = :mail where id = :id")
                .param("mail", PersonalCodec.seal(keys.of(id.value()), mail))
                .param("id", id.value())
                .update();
    }

    void close(PracticeId id) {
        jdbc.sql("update practice set active = false where id = :id")
                .param("id", id.value())
                .update();
    }

    /** They work at another practice from now on. */
    void moveStaff(AccountId account, PracticeId practice) {
        jdbc.sql("update practice_staff set practice_id = :practice where account_id = :account")
                .param("account", account.value())
                .param("practice", practice.value())
                .update();
    }

    void addStaff(AccountId account, PracticeId practice) {
        jdbc.sql("insert into practice_staff (account_id, practice_id) values (:account, :practice)")
                .param("account", account.value())
                .param("practice", practice.value())
                .update();
    }

    Optional<PracticeId> ofStaff(AccountId account) {
        return jdbc.sql("select practice_id from practice_staff where account_id = :account")
                .param("account", account.value())
                .query(UUID.class)
                .optional()
                .map(PracticeId::new);
    }

    List<AccountId> staffOf(PracticeId practice) {
        return jdbc
                .sql("select account_id from practice_staff where practice_id = :practice order by account_id")
                .param("practice", practice.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    Optional<Practice> find(PracticeId id) {
        return opened(jdbc.sql(SELECT + "where id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    Optional<Practice> byOdsCode(String code) {
        return opened(jdbc.sql(SELECT + "where ods_code = :code").param("code", code)).stream()
                .findFirst();
    }

    int count() {
        return jdbc.sql("select count(*) from practice").query(Integer.class).single();
    }

    /** @param words part of a name or an ODS code; null for all */
    Part<Practice> listed(String words, int page) {
        String where = words == null
                ? ""
                : "where strpos(lower(name), lower(:words)) > 0 or strpos(ods_code, upper(:words)) > 0 ";
        int all = jdbc.sql("select count(*) from practice " + where)
                .param("words", words)
                .query(Integer.class)
                .single();
        return Part.of(
                all,
                page,
                (most, before) -> opened(jdbc.sql(SELECT + where + "order by ods_code limit :most offset :before")
                        .param("words", words)
                        .param("most", most)
                        .param("before", before)));
    }

    List<Practice> activeOf(Collection<TeamId> teams) {
        return opened(jdbc.sql(SELECT + "where active and team_id = any(:teams) order by ods_code")
                .param("teams", teams.stream().map(TeamId::value).toArray(UUID[]::new)));
    }

    List<Practice> in(NeighbourhoodId neighbourhood) {
        return opened(jdbc.sql(SELECT + "where neighbourhood_id = :neighbourhood order by ods_code")
                .param("neighbourhood", neighbourhood.value()));
    }

    /** Whoever names this practice as successor, and whoever names one of them. */
    Set<PracticeId> before(PracticeId id) {
        return jdbc.sql("""
                        with recursive before (id) as (
                            select p.id from practice p where p.successor = :id
                            union select p.id from practice p join before b on p.successor = b.id)
                        select id from before""").param("id", id.value()).query(UUID.class).list().stream()
                .map(PracticeId::new)
                .collect(Collectors.toSet());
    }

    String keyHash(PracticeId id) {
        return jdbc.sql("select api_key_hash from practice where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private List<Practice> opened(JdbcClient.StatementSpec statement) {
        return keys.open(statement.query((row, n) -> practice(row)).list());
    }

    private static Unopened<Practice> practice(ResultSet row) throws SQLException {
        PracticeId id = new PracticeId(Sql.uuid(row, "id"));
        String code = row.getString("ods_code");
        String name = row.getString("name");
        byte[] mail = row.getBytes("mail");
        NeighbourhoodId neighbourhood = new NeighbourhoodId(Sql.uuid(row, "neighbourhood_id"));
        TeamId team = new TeamId(Sql.uuid(row, "team_id"));
        byte[] dutyName = row.getBytes("duty_name");
        byte[] dutyPhone = row.getBytes("duty_phone");
        Optional<LocalDate> validUntil = Optional.ofNullable(Sql.date(row, "valid_until"));
        Optional<PracticeId> successor =
                Optional.ofNullable(Sql.uuid(row, "successor")).map(PracticeId::new);
        boolean active = row.getBoolean("active");
        return new Unopened<>(
                id.value(),
                key -> new Practice(
                        id,
                        code,
                        name,
                        PersonalCodec.open(key, mail, MailAddress::of),
                        neighbourhood,
                        team,
                        Optional.ofNullable(PersonalCodec.open(key, dutyName, PersonName::of))
                                .map(duty -> new DutyContact(duty, PersonalCodec.open(key, dutyPhone, Phone::of))),
                        validUntil,
                        successor,
                        active));
    }
}
