package org.commonground.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The embedded database is closed to everybody else on the machine. */
@CommonGroundTest
class EmbeddedDatabaseTest {

    @Autowired
    DatabaseAccess access;

    @Autowired
    DataDirectory data;

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "cg_owner", "cg_app"})
    void asksEverybodyForAPassword(String role) {
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), role, "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws SQLException {
        assertThat(setting("listen_addresses")).isEqualTo("localhost");
        assertThat(setting("unix_socket_directories")).isEmpty();
    }

    @Test
    void quotesNoRowAndNoStatementInItsLog() throws SQLException {
        assertThat(setting("log_error_verbosity")).isEqualTo("terse");
        assertThat(setting("log_min_error_statement")).isEqualTo("panic");
    }

    @Test
    void keepsItsSecretsToItself() throws IOException {
        Path secrets = data.file("secrets");
        assumeTrue(Files.getFileStore(secrets).supportsFileAttributeView("posix"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private String setting(String name) throws SQLException {
        try (Connection superuser =
                        DriverManager.getConnection(access.url(), "postgres", data.secret("database-superuser"));
                Statement sql = superuser.createStatement();
                ResultSet rows = sql.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
