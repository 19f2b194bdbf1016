package org.commonground.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commonground.platform.CannotStart;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Backup and restore of whole databases, beside each other on one server. */
@CommonGroundTest
class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @Autowired
    BeanFactory context;

    @Autowired
    DatabaseAccess used;

    @Autowired
    DataDirectory data;

    @TempDir
    Path folder;

    private Path file;
    private DatabaseAccess empty;

    @BeforeEach
    void anEmptyDatabase() throws SQLException {
        file = folder.resolve("first.dump");
        asSuperuser("create database emptied owner cg_owner");
        empty = new DatabaseAccess(used.url().replaceAll("/[a-z]+$", "/emptied"), used.owner(), used.application());
    }

    @AfterEach
    void clearAway() throws SQLException {
        asSuperuser("drop database emptied with (force)");
    }

    @Test
    void what_was_restored_makes_the_same_file_again() throws Exception {
        Placing placing = Placing.in(context);
        placing.referral();

        Manifest made = new Backup(used, CLOCK).to(file);
        new Restore(empty).from(file);
        new Backup(empty, CLOCK).to(folder.resolve("second.dump"));

        assertThat(folder.resolve("second.dump")).hasSameBinaryContentAs(file);
        assertThat(made.tables())
                .filteredOn(
                        table -> List.of("app.referral", "app.event", "engine.act_ru_task", "engine.act_ge_bytearray")
                                .contains(table.table()))
                .hasSize(4)
                .allSatisfy(table -> assertThat(table.rows()).isPositive());
        assertThat(made.engine()).matches("7\\.\\d+\\.\\d+");
        assertThat(references(empty)).isEqualTo(references(used));
        assertThat(text(
                        empty,
                        "select string_agg(distinct grantee, ' ') from information_schema.role_table_grants"
                                + " where table_schema = 'app' and table_name = 'event' and privilege_type = 'INSERT'"))
                .contains("cg_app");
    }

    @Test
    void only_its_user_may_read_it() throws Exception {
        new Backup(used, CLOCK).to(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(inFolder()).containsExactly("first.dump");
    }

    @Test
    void somebody_who_works_meanwhile_does_not_tear_it() throws Exception {
        Migration.run(empty);
        execute(empty, "create table app.a_first (number integer primary key)");
        execute(empty, "create table engine.z_last (number integer primary key)");
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(20);
        CompletableFuture<Integer> writer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        writer.complete(writePairs(enough, begun));
                    } catch (SQLException e) {
                        writer.completeExceptionally(e);
                    }
                })
                .start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        Manifest made = new Backup(empty, CLOCK).to(file);
        enough.set(true);

        long first = rows(made, "app.a_first");
        assertThat(rows(made, "engine.z_last")).isEqualTo(first);
        assertThat(first).isGreaterThanOrEqualTo(20);
        assertThat(writer.get(30, TimeUnit.SECONDS)).as("written meanwhile").isGreaterThan((int) first);
    }

    @Test
    void is_restored_into_no_database_that_is_used() throws Exception {
        new Backup(used, CLOCK).to(file);
        String before = text(used, "select count(*) from app.event");

        assertThatThrownBy(() -> new Restore(used).from(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database is not empty");
        assertThat(text(used, "select count(*) from app.event")).isEqualTo(before);
        execute(empty, "create schema app", "create table app.mine (id integer)");
        assertThatThrownBy(() -> new Restore(empty).from(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database is not empty");
    }

    @Test
    void is_restored_into_no_database_of_another_migration() throws Exception {
        new Backup(used, CLOCK).to(file);
        Migration.upTo(empty, "080");

        assertThatThrownBy(() -> new Restore(empty).from(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database is at migration 080 and the backup at ");
    }

    @Test
    void a_backup_of_an_earlier_migration_is_brought_up_to_date() throws Exception {
        Migration.upTo(empty, "080");
        new Backup(empty, CLOCK).to(file);
        clearAway();
        anEmptyDatabase();

        new Restore(empty).from(file);

        assertThat(text(empty, "select max(version::integer) from app.flyway_schema_history"))
                .isEqualTo(text(used, "select max(version::integer) from app.flyway_schema_history"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut short", "one byte changed", "something else"})
    void a_damaged_file_is_refused_before_anything_is_made(String damage) throws Exception {
        new Backup(used, CLOCK).to(file);
        byte[] whole = Files.readAllBytes(file);
        if (damage.equals("cut short")) {
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 100));
        } else if (damage.equals("one byte changed")) {
            whole[whole.length / 2] ^= 1;
            Files.write(file, whole);
        } else {
            Files.writeString(file, "Dear operator");
        }

        assertThatThrownBy(() -> new Restore(empty).from(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(file + " is no whole backup of Common Ground");
        assertThat(text(empty, "select to_regnamespace('app') is null")).isEqualTo("t");
    }

    @Test
    void rows_that_were_changed_in_the_file_do_not_pass() throws Exception {
        new Backup(used, CLOCK).to(file);
        in(file, zip -> write(zip.getPath("tables/app.event.copy"), ""));

        assertThatThrownBy(() -> new Restore(empty).from(file)).hasMessageContaining("is no whole backup");
    }

    @Test
    void a_backup_of_a_later_release_is_refused() throws Exception {
        new Backup(used, CLOCK).to(file);
        change(manifest -> manifest.put("migration", "9999"));
        assertThatThrownBy(() -> new Restore(empty).from(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("later release of Common Ground (migration 9999)");

        change(manifest -> manifest.put("format", 2));
        assertThatThrownBy(() -> new Restore(empty).from(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was made by a later release of Common Ground");
    }

    @Test
    void a_restore_that_fails_leaves_nothing_and_is_done_again() throws Exception {
        new Backup(used, CLOCK).to(file);
        byte[] whole = Files.readAllBytes(file);
        // the last table, when all others are filled
        change(manifest -> {
            var tables = manifest.withArray("tables");
            ((ObjectNode) tables.get(tables.size() - 1)).put("rows", 12345);
        });

        assertThatThrownBy(() -> new Restore(empty).from(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("nothing was restored.");

        assertThat(text(empty, "select count(*) from app.account")).isEqualTo("0");
        Files.write(file, whole);
        new Restore(empty).from(file);
        assertThat(text(empty, "select count(*) from app.account"))
                .isEqualTo(text(used, "select count(*) from app.account"));
    }

    @Test
    void nothing_is_written_over_and_nothing_half_is_left() throws Exception {
        Files.writeString(file, "yesterday's");
        assertThatThrownBy(() -> new Backup(used, CLOCK).to(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is there already, and a backup is never overwritten");
        assertThat(file).hasContent("yesterday's");

        assertThatThrownBy(() -> new Backup(used, CLOCK).to(folder.resolve("none/there.dump")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is no folder that this user may write to");
        assertThatThrownBy(() -> new Backup(empty, CLOCK).to(folder.resolve("nothing.dump")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("There is nothing to back up");

        DumpWriter draft = new DumpWriter(folder.resolve("half.dump"));
        draft.table("tables/app.event.copy", rows -> rows.write("half".getBytes(StandardCharsets.UTF_8)));
        assertThat(inFolder()).hasSize(2).doesNotContain("half.dump");
        draft.close();
        assertThat(inFolder()).containsExactly("first.dump");
    }

    @Test
    void an_embedded_database_is_backed_up_while_it_is_used_and_not_written_to() {
        BackupCommand.run("--commonground.data-dir=" + data, "--backup=" + file);
        assertThat(file).isNotEmptyFile();

        assertThatThrownBy(() -> BackupCommand.run("--commonground.data-dir=" + data, "--restore=" + file))
                .rootCause()
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Another Common Ground is running on ");
        assertThatThrownBy(() -> BackupCommand.run("--commonground.data-dir=" + folder, "--backup=" + file))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("There is no database in ");
        assertThatThrownBy(() -> BackupCommand.run("--backup=")).hasMessageStartingWith("Say --backup=FILE");
    }

    /** The same number into both tables, one commit after the other. */
    private int writePairs(AtomicBoolean enough, CountDownLatch begun) throws SQLException {
        try (Connection connection = Migration.connectAsOwner(empty);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            int number = 0;
            while (!enough.get()) {
                number++;
                sql.execute("insert into engine.z_last values (" + number + ")");
                sql.execute("insert into app.a_first values (" + number + ")");
                connection.commit();
                begun.countDown();
            }
            return number;
        }
    }

    private static long rows(Manifest manifest, String table) {
        return manifest.tables().stream()
                .filter(copy -> copy.table().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static String references(DatabaseAccess database) throws SQLException {
        return text(
                database,
                "select string_agg(conname || condeferrable || condeferred, ' ' order by conname) from pg_constraint"
                        + " where contype = 'f'");
    }

    private void change(Consumer<ObjectNode> how) throws IOException {
        in(file, zip -> {
            try {
                ObjectMapper json = new ObjectMapper();
                Path path = zip.getPath(DumpWriter.MANIFEST);
                ObjectNode manifest = (ObjectNode) json.readTree(Files.readString(path));
                how.accept(manifest);
                write(path, json.writeValueAsString(manifest));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void in(Path file, Consumer<FileSystem> work) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            work.accept(zip);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String text(DatabaseAccess database, String query) throws SQLException {
        try (Connection connection = Migration.connectAsOwner(database);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(DatabaseAccess database, String... statements) throws SQLException {
        try (Connection connection = Migration.connectAsOwner(database);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private void asSuperuser(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(used.url(), "postgres", data.secret("database-superuser"));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
