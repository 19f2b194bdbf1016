package org.commonground.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release was tagged with stays as it is. */
class KeptReleasesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void no_migration_of_a_release_is_changed_later() throws IOException {
        for (KeptRelease release : KeptRelease.all()) {
            Path kept = release.folder().resolve("migrations");
            assertThat(names(kept)).as("migrations of " + release.version()).isNotEmpty();
            assertThat(changed(kept, MIGRATIONS))
                    .as("databases of %s have run these: write new ones", release.version())
                    .isEmpty();
        }
    }

    @Test
    void a_release_keeps_little() {
        assertThat(KeptRelease.all())
                .allSatisfy(release -> assertThat(Files.size(release.dump()))
                        .as("bytes of " + release.dump())
                        .isLessThan(300_000));
    }

    /** While no release is kept, nothing else shows that the comparison sees anything. */
    @Test
    void a_migration_that_is_edited_or_gone_is_seen_and_a_new_one_is_none(@TempDir Path folder) throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Path now = Files.createDirectory(folder.resolve("now"));
        for (String name : List.of("V010__same.sql", "V020__edited.sql", "V030__gone.sql")) {
            Files.writeString(kept.resolve(name), "create table one (id uuid);\n");
        }
        Files.copy(kept.resolve("V010__same.sql"), now.resolve("V010__same.sql"));
        Files.writeString(now.resolve("V020__edited.sql"), "create table one (id text);\n");
        Files.writeString(now.resolve("V201__new.sql"), "create table two (id uuid);\n");

        assertThat(changed(kept, now)).containsExactly("V020__edited.sql", "V030__gone.sql");
    }

    /** Names of kept migrations that are another text now, or none. */
    private static List<String> changed(Path kept, Path now) throws IOException {
        return names(kept).stream()
                .filter(name -> Files.notExists(now.resolve(name))
                        || !text(kept.resolve(name)).equals(text(now.resolve(name))))
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
