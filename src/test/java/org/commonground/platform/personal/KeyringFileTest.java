package org.commonground.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.commonground.platform.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation's keys in their file, and how they change. */
class KeyringFileTest {

    private static final byte[] KEY = new byte[SubjectKey.BYTES];

    @TempDir
    Path folder;

    private Path path;
    private KeyringFile file;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        path = folder.resolve("secrets").resolve("keys.json");
        file = new KeyringFile(path);
    }

    @Test
    void is_made_once_for_its_user_alone() throws Exception {
        file.make(Keyring.make());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        String before = Files.readString(path);
        assertThatThrownBy(() -> file.make(Keyring.make()))
                .isInstanceOf(CannotStart.class)
                .hasMessage(path.toAbsolutePath() + " is there already, and no keys are ever overwritten.");
        assertThat(Files.readString(path)).isEqualTo(before);
        try (Stream<Path> files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void who_may_read_it_stays_as_it_was() throws Exception {
        file.make(Keyring.make());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r-----"));

        file.write(file.read().withNewKey());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("r--r-----");
    }

    @Test
    void something_else_is_refused_and_not_quoted() throws Exception {
        Files.createDirectories(path.getParent());
        for (String wrong : new String[] {"", "{}", "{\"primaryKeyId\":1,\"key\":[{\"secret\":\"abc\"}]}", "secret"}) {
            Files.writeString(path, wrong);
            assertThatThrownBy(file::read)
                    .as(wrong)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("does not hold keys of Common Ground")
                    .hasMessageNotContaining("secret\"")
                    .hasNoCause();
        }
    }

    @Test
    void a_new_key_opens_before_it_wraps() throws Exception {
        Keyring one = Keyring.make();
        Keyring two = one.withNewKey();
        Keyring rotated = two.withNewestAsPrimary();

        assertThat(two.primary()).isEqualTo(one.primary());
        assertThat(two.hasNewerThanPrimary()).isTrue();
        assertThat(rotated.primary()).isNotEqualTo(one.primary());
        assertThat(rotated.hasNewerThanPrimary()).isFalse();
        assertThat(rotated.ids()).containsExactly(one.primary(), rotated.primary());
        assertThat(Keyring.idOf(rotated.wrap(KEY))).isEqualTo(rotated.primary());
        assertThat(two.unwrap(rotated.wrap(KEY))).isEqualTo(KEY);
        assertThat(rotated.unwrap(one.wrap(KEY))).isEqualTo(KEY);
    }

    @Test
    void a_running_application_takes_up_what_is_added_to_its_file() {
        file.make(Keyring.make());
        LiveKeyring running = new LiveKeyring(file);
        byte[] before = running.wrap(KEY);
        Keyring rotated = file.read().withNewKey().withNewestAsPrimary();

        file.write(rotated);

        assertThat(running.unwrap(rotated.wrap(KEY))).isEqualTo(KEY);
        assertThat(running.unwrap(before)).isEqualTo(KEY);
        assertThat(Keyring.idOf(running.wrap(KEY))).isEqualTo(rotated.primary());
    }

    @Test
    void a_file_that_goes_away_stops_no_running_application() throws Exception {
        file.make(Keyring.make());
        LiveKeyring running = new LiveKeyring(file);
        byte[] before = running.wrap(KEY);

        Files.delete(path);

        assertThat(running.unwrap(running.wrap(KEY))).isEqualTo(running.unwrap(before));
    }

    @Test
    void another_installations_keys_open_nothing() {
        file.make(Keyring.make());
        byte[] elsewhere = Keyring.make().wrap(KEY);

        assertThatThrownBy(() -> new LiveKeyring(file).unwrap(elsewhere))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Keyring.shown(Keyring.idOf(elsewhere)));
    }
}
