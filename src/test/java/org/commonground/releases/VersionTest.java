package org.commonground.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The version in the pom, the one that docker-compose starts, and the releases that are kept agree. */
class VersionTest {

    /** A value, or the default of one that may be set: {@code COMMONGROUND_VERSION=…}, {@code ${COMMONGROUND_VERSION:-…}}. */
    private static final Pattern NAMED = Pattern.compile("COMMONGROUND_VERSION(?::-|=)([^}\\s]*)");

    private final String ours = Version.ofPom();
    private final List<String> kept =
            KeptRelease.all().stream().map(KeptRelease::version).toList();

    VersionTest() throws IOException {}

    @Test
    void is_three_numbers() {
        assertThat(ours).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void is_the_one_that_docker_compose_starts() throws IOException {
        Map<Path, List<String>> named = new TreeMap<>();
        for (String file : List.of("docker-compose.yml", ".env.example", "Dockerfile", "README.md")) {
            named.put(Path.of(file), named(Files.readString(Path.of(file))));
        }
        assertThat(named.get(Path.of("docker-compose.yml")))
                .as("docker-compose.yml names it")
                .isNotEmpty();
        assertThat(named).allSatisfy((file, versions) -> assertThat(versions).allMatch(ours::equals));
    }

    @Test
    void is_kept_when_it_is_released_and_not_before() {
        assertThat(kept.contains(Version.release(ours)))
                .as("%s is kept in %s", Version.release(ours), KeptRelease.ROOT)
                .isEqualTo(Version.isReleased(ours));
    }

    @Test
    void comes_after_every_release_that_is_kept() {
        assertThat(kept).allMatch(release -> Version.ORDER.compare(release, Version.release(ours)) <= 0);
    }

    @Test
    void releases_are_in_the_order_of_their_numbers() {
        assertThat(Stream.of("0.10.0", "0.9.1", "1.0.0", "0.9.0").sorted(Version.ORDER))
                .containsExactly("0.9.0", "0.9.1", "0.10.0", "1.0.0");
    }

    private static List<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map((MatchResult version) -> version.group(1))
                .toList();
    }
}
