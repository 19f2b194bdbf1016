package org.commonground.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.commonground.platform.CannotStart;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.platform.persistence.DatabaseAccess.Login;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The migration on databases as an operator may hand them over: with an owner who may create roles, and without. */
@CommonGroundTest
class MigrationTest {

    private static final Login OWNER = new Login("other_owner", "the owner's");
    private static final Login APPLICATION = new Login("other app", "it's \"the\" app's");

    /** The common pool has one thread on a small machine, and nodes do not wait for each other to be done. */
    private static final Executor NODES = node -> new Thread(node).start();

    @Autowired
    DatabaseAccess embedded;

    @Autowired
    DataDirectory data;

    private DatabaseAccess other;

    @BeforeEach
    void handOver() throws SQLException {
        asSuperuser("create role other_owner login password 'the owner''s'", "create database other owner other_owner");
        other = new DatabaseAccess(
                embedded.url().replaceAll("/[a-z]+$", "/other") + "?logServerErrorDetail=true", OWNER, APPLICATION);
    }

    @AfterEach
    void clearAway() throws SQLException {
        asSuperuser("drop database other", "drop role if exists \"other app\"", "drop role other_owner");
    }

    @Test
    void makesTheApplicationsRoleWhereTheOwnerMayCreateRoles() throws SQLException {
        asSuperuser("alter role other_owner createrole");

        Migration.run(other);
        Migration.run(other);

        assertThat(readsAs(APPLICATION, "select count(*) from app.event")).isEqualTo("0");
        assertThat(readsAs(APPLICATION, "show search_path")).isEqualTo("app, engine");
    }

    @Test
    void letsNodesThatStartTogetherWaitForEachOther() throws SQLException {
        asSuperuser("alter role other_owner createrole");

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> Migration.run(other), NODES))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .orTimeout(120, TimeUnit.SECONDS)
                .join();

        assertThat(readsAs(OWNER, "select count(*) from app.flyway_schema_history where script like '%V001%'"))
                .isEqualTo("1");
    }

    @Test
    void takesTheApplicationsRoleWhereItExists() throws SQLException {
        asSuperuser("create role \"other app\" login password 'it''s \"the\" app''s'");

        Migration.run(other);

        assertThat(readsAs(APPLICATION, "select count(*) from engine.act_ru_task"))
                .isEqualTo("0");
        assertThatThrownBy(() -> readsAs(APPLICATION, "create table app.mine (id uuid)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void saysWhatToDoWhereNeitherIsSo() {
        assertThatThrownBy(() -> Migration.run(other))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(
                        "The database's owner other_owner may not create the application's role other app.")
                .hasMessageContaining("create role \"other app\" login");
    }

    @Test
    void saysWhichPasswordIsWrong() throws SQLException {
        asSuperuser("alter role other_owner createrole");
        Migration.run(other);

        assertThatThrownBy(() ->
                        Migration.run(new DatabaseAccess(other.url(), new Login("other_owner", "no"), APPLICATION)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The database does not let in the owner other_owner: check COMMONGROUND_OWNER_PASSWORD.");
        assertThatThrownBy(() -> Migration.run(new DatabaseAccess(other.url(), OWNER, new Login("other app", "no"))))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The database does not let in the application's role other app:"
                        + " check SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void saysThatAnotherBuildMadeTheDatabase() throws SQLException {
        asSuperuser("alter role other_owner createrole");
        Migration.run(other);
        try (Connection owner = Migration.connectAsOwner(other);
                Statement sql = owner.createStatement()) {
            sql.execute("update flyway_schema_history set checksum = checksum + 1 where version = '020'");
        }

        assertThatThrownBy(() -> Migration.run(other))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database was made by another build of Common Ground");
    }

    private String readsAs(Login login, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(other.url(), login.username(), login.password());
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(embedded.url(), "postgres", data.secret("database-superuser"));
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
