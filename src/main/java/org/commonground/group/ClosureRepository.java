package org.commonground.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commonground.platform.Ids;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code group_closure}. */
@Repository
class ClosureRepository {

    private static final String OPEN = "select * from group_closure where reopened_at is null ";

    private final JdbcClient jdbc;

    ClosureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CloseGroup command, Instant at) {
        jdbc.sql("""
                        insert into group_closure (id, group_id, kind, reason, from_day, recorded_at)
                        values (:id, :group, :kind, :reason, :from, :at)""")
                .param("id", Ids.next())
                .param("group", command.group().value())
                .param("kind", command.kind().word())
                .param("reason", command.reason().word())
                .param("from", command.from())
                .param("at", Sql.timestamp(at))
                .update();
    }

    Optional<Closure> of(GroupId group) {
        return jdbc.sql(OPEN + "and group_id = :group")
                .param("group", group.value())
                .query((row, number) -> closure(row))
                .optional();
    }

    /** Those whose day has come and that have not begun. */
    List<GroupId> due(LocalDate today) {
        return jdbc.sql(OPEN + "and begun_at is null and from_day <= :today order by group_id")
                .param("today", today)
                .query((row, number) -> new GroupId(Sql.uuid(row, "group_id")))
                .list();
    }

    /** False where it had begun before. */
    boolean begin(GroupId group, Instant at) {
        return jdbc.sql("""
                        update group_closure set begun_at = :at
                        where group_id = :group and reopened_at is null and begun_at is null""")
                        .param("group", group.value())
                        .param("at", Sql.timestamp(at))
                        .update()
                == 1;
    }

    /** False where it was not closed. */
    boolean reopen(GroupId group, Instant at) {
        return jdbc.sql("update group_closure set reopened_at = :at where group_id = :group and reopened_at is null")
                        .param("group", group.value())
                        .param("at", Sql.timestamp(at))
                        .update()
                == 1;
    }

    private static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                new GroupId(Sql.uuid(row, "group_id")),
                Worded.of(ClosureKind.class, row.getString("kind")),
                Worded.of(ClosureReason.class, row.getString("reason")),
                Sql.date(row, "from_day"),
                row.getObject("begun_at") != null);
    }
}
