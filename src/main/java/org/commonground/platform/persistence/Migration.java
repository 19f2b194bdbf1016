package org.commonground.platform.persistence;

import java.util.Map;
import org.commonground.platform.persistence.DatabaseAccess.Login;
import org.commonground.platform.persistence.migration.V01__schemas_engine_and_role;
import org.flywaydb.core.Flyway;

/**
 * Brings the database up to date as its owner: the one Flyway of the application. Its lock lets nodes that start
 * together wait for each other.
 */
final class Migration {

    private Migration() {}

    static void run(DatabaseAccess access) {
        Login owner = access.owner();
        Flyway.configure()
                .dataSource(PostgresUrl.complete(access.url()), owner.username(), owner.password())
                .schemas("app", "engine")
                .defaultSchema("app")
                .locations("classpath:db/migration")
                .javaMigrations(new V01__schemas_engine_and_role(access.application()))
                .placeholders(Map.of("application", access.application().username()))
                .load()
                .migrate();
    }
}
