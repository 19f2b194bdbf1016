package org.commonground.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.platform.embedded.EmbeddedDatabase;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.testing.TestData;
import org.commonground.testing.Visitor;
import org.junit.jupiter.api.Test;

/**
 * The jar as an operator starts it for the first time, on a PostgreSQL of their own: it says what is missing until
 * nothing is, and then has an administrator and nothing else.
 */
class OwnDatabaseIT {

    private static final String PASSWORD = "the first administrator's";

    /** What may not be missing, in the order in which it is asked for. */
    private static final List<String> NEEDED = List.of(
            "SPRING_DATASOURCE_URL",
            "SPRING_DATASOURCE_PASSWORD",
            "COMMONGROUND_OWNER_PASSWORD",
            "COMMONGROUND_PUBLIC_URL",
            "COMMONGROUND_INDEX_SECRET",
            "COMMONGROUND_KEYS_FILE",
            "SPRING_MAIL_HOST");

    @Test
    void says_what_is_missing_and_starts_with_an_administrator_and_nothing_else() throws Exception {
        Path data =
                Files.createDirectories(TestData.forThisJvm().resolve("own")).toAbsolutePath();
        Path unused = data.resolve("unused");
        try (EmbeddedDatabase elsewhere = EmbeddedDatabase.start(
                new DataDirectory(data.resolve("database")), TestData.programs().toAbsolutePath())) {
            DatabaseAccess database = elsewhere.access();
            Map<String, String> settings = RunningJar.settings(database, 1, unused);
            refusesUntilNothingIsMissing(settings, data);

            refusesTheDemo(settings, data);
            settings.put("COMMONGROUND_ADMIN_PASSWORD", PASSWORD);
            try (RunningJar jar =
                    RunningJar.start(settings, data.resolve("jar.log").toFile())) {
                assertThat(unused)
                        .as("where embedded parts and demo would keep things")
                        .doesNotExist();
                assertThat(data.resolve("jar.log")).content().doesNotContain("The demo's people", "/mails");
                hasNothingButAnAdministrator(database);
                theAdministratorComesIn(jar);
                keepsTimesInUtc(database);
            }
        }
    }

    /** All at once, then the last one alone; that there is no administrator only the database can say. */
    private static void refusesUntilNothingIsMissing(Map<String, String> all, Path data) throws Exception {
        Map<String, String> given = new HashMap<>(all);
        given.keySet().removeAll(NEEDED);
        assertThat(RunningJar.refusal(given, data))
                .contains("Common Ground cannot start without " + NEEDED.get(0) + " (")
                .contains(NEEDED)
                .contains("and COMMONGROUND_ADMIN_PASSWORD (the first administrator's")
                .doesNotContain("\tat ");
        given.putAll(all);
        given.remove("SPRING_MAIL_HOST");
        assertThat(RunningJar.refusal(given, data))
                .as("the jar has no mail server of its own")
                .contains("Common Ground cannot start without SPRING_MAIL_HOST (the mail server to send by) and")
                .doesNotContain("\tat ");
        assertThat(RunningJar.refusal(all, data))
                .as("without an administrator")
                .contains("There is no administrator yet: set a password for the first one in"
                        + " COMMONGROUND_ADMIN_PASSWORD")
                .doesNotContain("\tat ");
    }

    private static void refusesTheDemo(Map<String, String> all, Path data) throws Exception {
        Map<String, String> given = new HashMap<>(all);
        given.put("COMMONGROUND_DEMO", "true");
        assertThat(RunningJar.refusal(given, data))
                .contains("The demo is not part of the jar: start it from its sources with mvn spring-boot:run, or take"
                        + " COMMONGROUND_DEMO away.")
                .doesNotContain("\tat ");
    }

    private static void hasNothingButAnAdministrator(DatabaseAccess database) throws Exception {
        for (String table :
                List.of("practice", "team", "community_group", "referral", "person", "message", "act_ru_execution")) {
            assertThat(number(database, "select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(number(database, "select count(*) from account"))
                .as("accounts")
                .isEqualTo(1);
        assertThat(number(database, "select count(*) from account_role where role = 'administrator'"))
                .as("administrators")
                .isEqualTo(1);
    }

    private static void theAdministratorComesIn(RunningJar jar) {
        Visitor visitor = new Visitor(jar.port);
        assertThat(visitor.next(visitor.signIn("admin", "a wrong password"))).isEqualTo("/sign-in?refused");
        assertThat(visitor.next(visitor.signIn("admin", PASSWORD))).isEqualTo("/");
        assertThat(visitor.open("/setup").body())
                .contains("Add a neighbourhood", "/setup/neighbourhoods/new")
                .doesNotContain("Every post has somebody");
        assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.open("/mails").statusCode())
                .as("no mail is caught here")
                .isEqualTo(404);
    }

    /** The engine writes times without a zone; with New York's they would be hours off. */
    private static void keepsTimesInUtc(DatabaseAccess database) throws Exception {
        assertThat(
                        number(
                                database,
                                "select abs(extract(epoch from deploy_time_ - (now() at time zone 'UTC'))) from act_re_deployment"))
                .as("seconds since the models were deployed")
                .isLessThan(300);
    }

    private static long number(DatabaseAccess database, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.application().username(),
                        database.application().password());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
