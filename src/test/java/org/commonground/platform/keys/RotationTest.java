package org.commonground.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.platform.CannotStart;
import org.commonground.platform.Ids;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.commonground.platform.personal.Keyring;
import org.commonground.platform.personal.KeyringAtStart;
import org.commonground.platform.personal.KeyringFile;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.LiveKeyring;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Keys are made, rotated, lost and mixed up, on a database of its own beside the tests'. */
@CommonGroundTest
@ExtendWith(OutputCaptureExtension.class)
class RotationTest {

    private static final int PEOPLE = 25;
    private static final int BATCH = 10;

    @Autowired
    DatabaseAccess used;

    @Autowired
    DataDirectory data;

    @Autowired
    Keys keys;

    @TempDir
    Path folder;

    private DatabaseAccess access;
    private KeyringFile file;
    private LiveKeyring running;
    private AnnotationConfigApplicationContext application;
    private final Map<UUID, byte[]> sealed = new HashMap<>();

    @BeforeEach
    void somePeopleAndAnApplicationThatRuns() throws Exception {
        asSuperuser("create database rotated owner cg_owner");
        access = new DatabaseAccess(used.url().replaceAll("/[a-z]+$", "/rotated"), used.owner(), used.application());
        Migration.run(access);
        file = new KeyringFile(folder.resolve("keys.json"));
        file.make(Keyring.make());
        running = new LiveKeyring(file);
        application = start(running);
        comeIn(PEOPLE);
    }

    @AfterEach
    void clearAway() throws SQLException {
        application.close();
        asSuperuser("drop database rotated with (force)");
    }

    @Test
    void every_subject_gets_the_newest_key_while_the_application_runs_on() throws Exception {
        int old = file.read().primary();

        Rotation.Done done = new Rotation(access, file, BATCH).run();

        assertThat(done).isEqualTo(new Rotation.Done(PEOPLE, file.read().primary(), 0, List.of(old)));
        assertThat(wrappedWith()).isEqualTo(Map.of(file.read().primary(), PEOPLE));
        assertThat(file.read().ids()).as("for backups from before").contains(old);
        everybodyIsRead();
        comeIn(1);
        assertThat(wrappedWith())
                .as("a new person's, from the application that ran on")
                .isEqualTo(Map.of(file.read().primary(), PEOPLE + 1));
    }

    @Test
    void one_that_was_cut_short_is_done_to_the_end_with_the_same_key() throws Exception {
        asOwner("""
                create function app.cut_short() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from app.subject_key
                        where substring(wrapped from 2 for 4) = substring(new.wrapped from 2 for 4)) >= 15 then
                        raise exception 'cut short';
                    end if;
                    return new;
                end $$""");
        asOwner(
                "create trigger cut_short before update on app.subject_key for each row execute function app.cut_short()");
        assertThatThrownBy(() -> new Rotation(access, file, BATCH).run()).isInstanceOf(SQLException.class);
        int fresh = file.read().primary();
        assertThat(wrappedWith()).as("the first batch stays").containsEntry(fresh, BATCH);
        everybodyIsRead();
        asOwner("drop trigger cut_short on app.subject_key");

        Rotation.Done done = new Rotation(access, file, BATCH).run();

        assertThat(done.rewrapped()).isEqualTo(PEOPLE - BATCH);
        assertThat(done.primary()).isEqualTo(fresh);
        assertThat(file.read().ids()).hasSize(2);
        everybodyIsRead();
    }

    /** As on several machines: each gets the file with the added key before anything is wrapped with it. */
    @Test
    void a_key_that_was_added_and_given_out_before_is_the_one() throws Exception {
        assertThat(KeysCommand.onFile("--add-key=" + file))
                .startsWith("Added a key to " + file + ": give the file to every copy");
        KeyringFile elsewhere = new KeyringFile(folder.resolve("elsewhere.json"));
        elsewhere.make(file.read());
        AnnotationConfigApplicationContext other = start(new LiveKeyring(elsewhere));

        Rotation.Done done = new Rotation(access, file, BATCH).run();

        assertThat(file.read().ids()).hasSize(2);
        assertThat(done.primary()).isEqualTo(file.read().primary());
        isRead(other.getBean(Keys.class));
        other.getBean(Keys.class).make(Ids.next());
        assertThat(wrappedWith()).as("the other machine's file is as it was").hasSize(2);
        assertThat(new Rotation(access, file, BATCH).run().rewrapped()).isEqualTo(1);
        assertThat(file.read().ids()).as("no third one").hasSize(2);
        other.close();
    }

    @Test
    void with_anothers_keys_nothing_is_changed() throws Exception {
        Map<Integer, Integer> before = wrappedWith();
        KeyringFile wrong = new KeyringFile(folder.resolve("wrong.json"));
        wrong.make(Keyring.make());

        assertThatThrownBy(() -> new Rotation(access, wrong, BATCH).run())
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The keys do not open the row of ");
        assertThat(wrappedWith()).isEqualTo(before);
    }

    @Test
    void lost_keys_stop_the_start_and_are_not_made_anew() {
        KeyringFile lost = new KeyringFile(folder.resolve("lost.json"));

        for (boolean embedded : new boolean[] {true, false}) {
            assertThatThrownBy(() -> application.getBean(KeyringAtStart.class).open(lost, embedded))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("The keys are lost: %s is not there, and nobody in the database can be read without it."
                                    .formatted(lost)
                            + " Put the file back, from the copy that is kept apart from the database's backups; new"
                            + " keys would open nothing.");
        }
        assertThat(lost.exists()).isFalse();
    }

    @Test
    void other_keys_stop_the_start() {
        String old = Keyring.shown(file.read().primary());
        KeyringFile wrong = new KeyringFile(folder.resolve("wrong.json"));
        wrong.make(Keyring.make());

        assertThatThrownBy(() -> application.getBean(KeyringAtStart.class).open(wrong, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(
                        "The keys in %s are not those that this database needs: there is none that opens %s (25 people,"
                                .formatted(wrong, old));
    }

    /** With rows of both keys, one of which is gone from the file. */
    @Test
    void a_file_from_before_a_rotation_stops_the_start() throws Exception {
        KeyringFile before = new KeyringFile(folder.resolve("before.json"));
        before.make(file.read());
        new Rotation(access, file, BATCH).run();

        assertThatThrownBy(() -> application.getBean(KeyringAtStart.class).open(before, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(Keyring.shown(file.read().primary()) + " (25 ");
        assertThat(application.getBean(KeyringAtStart.class).open(file, false)).isNotNull();
    }

    @Test
    void keys_are_made_up_for_an_empty_embedded_database_alone() throws Exception {
        asOwner("delete from app.subject_key");
        KeyringFile none = new KeyringFile(folder.resolve("none.json"));

        assertThatThrownBy(() -> application.getBean(KeyringAtStart.class).open(none, false))
                .isInstanceOf(CannotStart.class)
                .hasMessage("There are no keys yet: make them with java -jar common-ground.jar --make-keys=" + none
                        + ", and keep a copy apart from the database's backups.");
        assertThat(none.exists()).isFalse();
        application.getBean(KeyringAtStart.class).open(none, true);
        assertThat(none.exists()).isTrue();
    }

    /** On the tests' own database: the application of this JVM goes on with the file as it is then. */
    @Test
    void the_command_rotates_the_keys_of_an_embedded_database_that_is_running(CapturedOutput output) {
        KeyringFile own = new KeyringFile(data.file("secrets").resolve("keys.json"));
        Keyring before = own.read();
        UUID early = Ids.next();
        byte[] name = PersonalCodec.seal(keys.make(early), new PersonName("Early"));

        KeysCommand.run("--commonground.data-dir=" + data, "--rotate-keys");

        Keyring after = own.read();
        assertThat(after.ids()).containsAll(before.ids()).hasSize(before.ids().size() + 1);
        assertThat(output)
                .contains(" keys with the key " + Keyring.shown(after.primary()) + " in " + own)
                .contains("No row needs " + Keyring.shown(before.primary()) + " any longer; backups from before do.");
        assertThat(PersonalCodec.open(keys.of(early), name, PersonName::of)).isEqualTo(new PersonName("Early"));
        keys.make(Ids.next());
    }

    @Test
    void keys_are_made_by_a_command() {
        Path fresh = folder.resolve("fresh.json");

        assertThat(KeysCommand.onFile("--make-keys=" + fresh)).startsWith("Made keys in " + fresh);

        assertThat(new KeyringFile(fresh).read().ids()).hasSize(1);
        assertThatThrownBy(() -> KeysCommand.onFile("--make-keys=" + fresh)).hasMessageContaining("is there already");
        assertThatThrownBy(() -> KeysCommand.onFile("--make-keys="))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Say --make-keys=FILE");
        assertThat(KeysCommand.isAskedFor("--rotate-keys")).isTrue();
        assertThat(KeysCommand.isAskedFor("--backup=keys")).isFalse();
    }

    private void comeIn(int people) {
        Keys keys = application.getBean(Keys.class);
        for (int i = 0; i < people; i++) {
            UUID subject = Ids.next();
            sealed.put(subject, PersonalCodec.seal(keys.make(subject), new PersonName("Person " + subject)));
        }
    }

    /** By an application that has nothing in memory and read its keys before. */
    private void everybodyIsRead() {
        try (AnnotationConfigApplicationContext another = start(running)) {
            isRead(another.getBean(Keys.class));
        }
    }

    private void isRead(Keys keys) {
        sealed.forEach((subject, name) -> assertThat(PersonalCodec.open(keys.of(subject), name, PersonName::of))
                .isEqualTo(new PersonName("Person " + subject)));
    }

    private AnnotationConfigApplicationContext start(LiveKeyring keyring) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(LiveKeyring.class, () -> keyring);
        context.registerBean(
                JdbcClient.class,
                () -> JdbcClient.create(new DriverManagerDataSource(
                        access.url() + "?currentSchema=app",
                        access.application().username(),
                        access.application().password())));
        context.scan(Keys.class.getPackageName());
        context.refresh();
        return context;
    }

    private Map<Integer, Integer> wrappedWith() throws SQLException {
        Map<Integer, Integer> found = new HashMap<>();
        try (Connection owner = Migration.connectAsOwner(access);
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery("select wrapped from app.subject_key")) {
            while (row.next()) {
                found.merge(Keyring.idOf(row.getBytes(1)), 1, Integer::sum);
            }
        }
        return found;
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection owner = Migration.connectAsOwner(access);
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
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
