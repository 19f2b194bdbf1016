package org.commonground.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.commonground.platform.CannotStart;
import org.commonground.platform.persistence.DatabaseAccess;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own in the data directory: durable, asking for passwords, on the loopback interface only. It
 * goes on where the last one stopped, also when that one or its application was killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String LOG = "postgres.log";
    /** Recovery after a crash takes its time. */
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);

    /** What zonky sets otherwise, or PostgreSQL by default. */
    private static final Map<String, String> SERVER = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "listen_addresses", "localhost",
            "unix_socket_directories", "",
            "max_connections", "100",
            // the server's log quotes neither rows nor statements: they hold people
            "log_error_verbosity", "terse",
            "log_min_error_statement", "panic");

    /** Passed to initdb: passwords from the first moment on, and the same order of text on every machine. */
    private static final Map<String, String> FIRST_START = Map.of(
            "auth-host", "scram-sha-256",
            "auth-local", "scram-sha-256",
            "locale", "C",
            "locale-provider", "builtin",
            "builtin-locale", "C.UTF-8");

    private final DataDirectory data;
    private final Path programs;
    private final Duration patience;
    private final OneAtATime lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataDirectory data, Path programs, Duration patience, OneAtATime lock)
            throws IOException, SQLException {
        this.data = data;
        this.programs = programs;
        this.patience = patience;
        this.lock = lock;
        Files.deleteIfExists(data.file(LOG));
        Path database = data.file("postgres");
        if (Files.notExists(database)) {
            create(database);
        }
        this.server = start(database);
    }

    /**
     * Starts the database, making it when there is none.
     *
     * @param programs where PostgreSQL's programs are unpacked; they stay for the next start
     * @throws CannotStart when the directory is in use, or this machine does not let the database run
     */
    public static EmbeddedDatabase start(DataDirectory data, Path programs) {
        return start(data, programs, TIME_TO_START);
    }

    static EmbeddedDatabase start(DataDirectory data, Path programs, Duration patience) {
        requireUnprivileged();
        try {
            OneAtATime lock = OneAtATime.in(data);
            try {
                return new EmbeddedDatabase(data, programs, patience, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStart(
                    "The embedded PostgreSQL does not start; " + data.file(LOG)
                            + " says why. SPRING_DATASOURCE_URL names another database.",
                    e);
        }
    }

    /** PostgreSQL refuses to run as root; a namespace of users is the way around, where the machine allows one. */
    private static void requireUnprivileged() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new CannotStart("The embedded PostgreSQL cannot run as root on this machine, which does not allow"
                    + " user namespaces: start Common Ground as an ordinary user, or name a database with"
                    + " SPRING_DATASOURCE_URL.");
        }
    }

    /** Made aside and moved into place when it is whole, so that a first start that is killed is simply done again. */
    private void create(Path database) throws IOException, SQLException {
        Path draft = data.file("postgres.new");
        Orphan.stop(draft);
        FileSystemUtils.deleteRecursively(draft);
        try (EmbeddedPostgres first = start(draft)) {
            try (Connection connection = first.getPostgresDatabase().getConnection();
                    Statement sql = connection.createStatement()) {
                sql.execute("create role " + EmbeddedAccess.OWNER + " login createrole");
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(
                                EmbeddedAccess.OWNER,
                                EmbeddedAccess.ownerPassword(data).toCharArray(),
                                "scram-sha-256");
                sql.execute("create database " + EmbeddedAccess.NAME + " owner " + EmbeddedAccess.OWNER);
            }
        }
        Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
    }

    private EmbeddedPostgres start(Path directory) throws IOException {
        Orphan.stop(directory);
        String password = data.secret("database-superuser");
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(data.file(LOG).toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setOverrideWorkingDirectory(programs.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(patience)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setConnectConfig("password", password)
                .setLocaleConfig("pwfile", data.secretFile("database-superuser").toString());
        FIRST_START.forEach(builder::setLocaleConfig);
        SERVER.forEach(builder::setServerConfig);
        return builder.start();
    }

    public DatabaseAccess access() {
        return EmbeddedAccess.of(data, server.getPort());
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}
