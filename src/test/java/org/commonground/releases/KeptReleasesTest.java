package org.commonground.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a release was tagged with stays as it is. */
class KeptReleasesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void no_migration_of_a_release_is_changed_later() throws IOException {
        for (KeptRelease release : KeptRelease.all()) {
            try (Stream<Path> kept = Files.list(release.folder().resolve("migrations"))) {
                assertThat(kept.filter(file -> file.toString().endsWith(".sql")))
                        .as("migrations of " + release.version())
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(MIGRATIONS.resolve(file.getFileName()))
                                .as("databases of %s have run it: write a new one", release.version())
                                .hasSameTextualContentAs(file));
            }
        }
    }

    @Test
    void a_release_keeps_little() {
        assertThat(KeptRelease.all())
                .allSatisfy(release -> assertThat(Files.size(release.dump()))
                        .as("bytes of " + release.dump())
                        .isLessThan(300_000));
    }
}
