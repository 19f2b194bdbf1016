package org.commonground.neighbourhood;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code absence}. */
@Repository
public class AbsenceRepository {

    private static final String SELECT = "select id, account_id, first_day, last_day, stand_in from absence ";
    private static final String IN_ORDER = " order by first_day, id";

    private final JdbcClient jdbc;

    AbsenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Absence absence) {
        jdbc.sql("""
                        insert into absence (id, account_id, first_day, last_day, stand_in)
                        values (:id, :account, :from, :to, :standIn)""")
                .param("id", absence.id().value())
                .param("account", absence.account().value())
                .param("from", absence.from())
                .param("to", absence.to())
                .param("standIn", absence.standIn().value())
                .update();
    }

    void changeStandIn(AbsenceId id, AccountId standIn) {
        jdbc.sql("update absence set stand_in = :standIn where id = :id")
                .param("standIn", standIn.value())
                .param("id", id.value())
                .update();
    }

    void delete(AbsenceId id) {
        jdbc.sql("delete from absence where id = :id").param("id", id.value()).update();
    }

    /** What is over stays: it says who stood in when. */
    public void deleteNotOver(AccountId account, LocalDate today) {
        jdbc.sql("delete from absence where account_id = :account and last_day >= :today")
                .param("account", account.value())
                .param("today", today)
                .update();
    }

    Optional<Absence> find(AbsenceId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> absence(row))
                .optional();
    }

    List<Absence> notOver(AccountId account, LocalDate today) {
        return jdbc.sql(SELECT + "where account_id = :account and last_day >= :today" + IN_ORDER)
                .param("account", account.value())
                .param("today", today)
                .query((row, n) -> absence(row))
                .list();
    }

    List<Absence> stoodInBy(AccountId standIn, LocalDate today) {
        return jdbc.sql(SELECT + "where stand_in = :standIn and last_day >= :today" + IN_ORDER)
                .param("standIn", standIn.value())
                .param("today", today)
                .query((row, n) -> absence(row))
                .list();
    }

    /** Of these, who is away on a day. */
    List<Absence> on(LocalDate day, Collection<AccountId> accounts) {
        return jdbc.sql(SELECT + "where account_id = any(:accounts) and first_day <= :day and last_day >= :day"
                        + IN_ORDER)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, n) -> absence(row))
                .list();
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                new AbsenceId(Sql.uuid(row, "id")),
                new AccountId(Sql.uuid(row, "account_id")),
                Sql.date(row, "first_day"),
                Sql.date(row, "last_day"),
                new AccountId(Sql.uuid(row, "stand_in")));
    }
}
