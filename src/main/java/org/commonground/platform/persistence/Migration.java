package org.commonground.platform.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.commonground.platform.persistence.DatabaseAccess.Login;
import org.commonground.platform.persistence.migration.V01__schemas_engine_and_role;
import org.commonground.platform.startup.CannotStart;
import org.flywaydb.core.Flyway;

/**
 * Brings the database up to date as its owner: the one Flyway of the application. Its lock lets nodes that start
 * together wait for each other.
 */
final class Migration {

    private Migration() {}

    /** @throws CannotStart when one of the two roles is not let in, or the owner may not do what it has to */
    static void run(DatabaseAccess access) {
        String url = PostgresUrl.complete(access.url());
        tryOut(url, access.owner(), "the owner", "COMMONGROUND_OWNER_PASSWORD");
        migrate(url, access.owner(), access.application());
        tryOut(url, access.application(), "the application's role", "SPRING_DATASOURCE_PASSWORD");
    }

    private static void migrate(String url, Login owner, Login application) {
        Flyway flyway = Flyway.configure()
                .dataSource(url, owner.username(), owner.password())
                .schemas("app", "engine")
                .defaultSchema("app")
                .locations("classpath:db/migration")
                .javaMigrations(new V01__schemas_engine_and_role(application))
                .placeholders(Map.of("application", application.username()))
                .load();
        try {
            flyway.migrate();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CannotStart plain) {
                    throw plain;
                }
            }
            throw e;
        }
    }

    /** Says in one sentence what would come out as a hundred lines from a pool. */
    private static void tryOut(String url, Login login, String who, String setting) {
        try (Connection connection = DriverManager.getConnection(url, login.username(), login.password())) {
            connection.isValid(0);
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            throw new CannotStart(
                    state.startsWith("28")
                            ? "The database does not let in %s %s: check %s.".formatted(who, login, setting)
                            : "The database named by SPRING_DATASOURCE_URL cannot be used (SQL state %s)."
                                    .formatted(state.isEmpty() ? "unknown" : state),
                    e);
        }
    }
}
