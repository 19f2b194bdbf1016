package org.commonground.platform.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseAccess.Login;
import org.commonground.platform.persistence.migration.V001__engine_and_application_role;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the database up to date as its owner: the one Flyway of the application. Its lock lets nodes that start
 * together wait for each other.
 */
public final class Migration {

    private static final String OWNER = "the owner";
    private static final String OWNER_PASSWORD = "COMMONGROUND_OWNER_PASSWORD";

    private Migration() {}

    /**
     * @throws CannotStart when one of the two roles is not let in, the owner may not do what it has to, or the database
     *     was made by other migrations than these
     */
    public static void run(DatabaseAccess access) {
        migrate(access, MigrationVersion.LATEST);
    }

    /** As {@link #run}, but no further than the given version, such as {@code 120}: to restore what an earlier release kept. */
    public static void upTo(DatabaseAccess access, String version) {
        migrate(access, MigrationVersion.fromVersion(version));
    }

    /** Whether this release has a migration of that version. */
    public static boolean knows(DatabaseAccess access, String version) {
        MigrationVersion asked = MigrationVersion.fromVersion(version);
        return Arrays.stream(prepared(access).load().info().all())
                .anyMatch(migration -> asked.equals(migration.getVersion()));
    }

    /** @throws CannotStart when the owner is not let in */
    public static Connection connectAsOwner(DatabaseAccess access) {
        return connect(access, access.owner(), OWNER, OWNER_PASSWORD);
    }

    private static void migrate(DatabaseAccess access, MigrationVersion target) {
        tryOut(access, access.owner(), OWNER, OWNER_PASSWORD);
        Flyway flyway = prepared(access).target(target).load();
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new CannotStart(
                    "The database was made by another build of Common Ground, and its tables cannot become this one's:"
                            + " start the build that made it, or name an empty database with SPRING_DATASOURCE_URL"
                            + " (another COMMONGROUND_DATA_DIR where it is embedded).",
                    e);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CannotStart plain) {
                    throw plain;
                }
            }
            throw e;
        }
        tryOut(access, access.application(), "the application's role", "SPRING_DATASOURCE_PASSWORD");
    }

    private static FluentConfiguration prepared(DatabaseAccess access) {
        Login owner = access.owner();
        Login application = access.application();
        return Flyway.configure()
                .dataSource(PostgresUrl.complete(access.url()), owner.username(), owner.password())
                .schemas("app", "engine")
                .defaultSchema("app")
                .locations("classpath:db/migration")
                .javaMigrations(new V001__engine_and_application_role(application))
                .placeholders(Map.of("application", application.username()));
    }

    private static void tryOut(DatabaseAccess access, Login login, String who, String setting) {
        try (Connection connection = connect(access, login, who, setting)) {
            connection.isValid(0);
        } catch (SQLException e) {
            throw new CannotStart("The database named by SPRING_DATASOURCE_URL does not answer.", e);
        }
    }

    /** Says in one sentence what would come out as a hundred lines from a pool. */
    private static Connection connect(DatabaseAccess access, Login login, String who, String setting) {
        try {
            return DriverManager.getConnection(PostgresUrl.complete(access.url()), login.username(), login.password());
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
