package org.commonground.platform.persistence.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseAccess.Login;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;

/**
 * The first migration. Flyway has made the schemas {@code app} and {@code engine}; this makes the application's role,
 * lets it read and write the rows of every table to come, and creates the engine's tables by the scripts in the
 * engine's own jar, so that they are exactly those its version expects, and our indexes on them.
 */
@SuppressWarnings("checkstyle:TypeName")
public class V001__engine_and_application_role extends BaseJavaMigration {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final List<String> ENGINE_SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    /** What the engine ships no index for, and would read whole however few rows are meant. */
    private static final List<String> ENGINE_INDEXES = List.of(
            // who looks for due jobs reads every timer
            "create index cg_idx_job_due on act_ru_job (duedate_)",
            // with every task that ends the engine looks for tasks below it; there are none, and the index stays empty
            "create index cg_idx_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null",
            // every list of tasks asks for the rights of one account and its groups; the engine's is for groups alone
            "create index cg_idx_auth_user on act_ru_authorization (user_id_)");

    private final Login application;

    public V001__engine_and_application_role(Login application) {
        this.application = application;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        Connection connection = context.getConnection();
        try (Statement sql = connection.createStatement()) {
            if (!exists(connection, application.username())) {
                createRole(connection, sql);
            }
            letReadAndWriteRows(sql);
            createEngineTables(sql);
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void createRole(Connection connection, Statement sql) throws SQLException {
        String role = quoted(sql, application.username());
        try {
            sql.execute("create role " + role + " login");
        } catch (SQLException refused) {
            if (!INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                throw refused;
            }
            throw new CannotStart(
                    """
                    The database's owner %s may not create the application's role %s. Give the owner CREATEROLE, \
                    or create the role yourself: create role %s login password '…'.""".formatted(connection.getMetaData().getUserName(), application.username(), role), refused);
        }
        // the driver sends a digest: the password itself reaches no statement and no server log
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(
                        application.username(), application.password().toCharArray(), "scram-sha-256");
        String database = quoted(sql, connection.getCatalog());
        sql.execute("alter role " + role + " in database " + database + " set search_path = app, engine");
    }

    private void letReadAndWriteRows(Statement sql) throws SQLException {
        String role = quoted(sql, application.username());
        sql.execute("revoke create on schema public from public");
        sql.execute("grant usage on schema app, engine to " + role);
        for (String schema : List.of("app", "engine")) {
            String always = "alter default privileges in schema " + schema + " grant ";
            sql.execute(always + "select, insert, update, delete on tables to " + role);
            sql.execute(always + "usage, select on sequences to " + role);
        }
    }

    private static void createEngineTables(Statement sql) throws SQLException, IOException {
        sql.execute("set local search_path = engine");
        for (String script : ENGINE_SCRIPTS) {
            sql.execute(new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8));
        }
        for (String index : ENGINE_INDEXES) {
            sql.execute(index);
        }
        sql.execute("set local search_path = app");
    }

    private static String quoted(Statement sql, String name) throws SQLException {
        return sql.enquoteIdentifier(name, true);
    }
}
