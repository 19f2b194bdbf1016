package org.commonground.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonground.testing.TestData;
import org.commonground.workflow.traces.MadeRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Keeps what a release leaves to those after it, in {@code src/test/releases}. It runs when a release is tagged:
 * {@code mvn test -Dtest=KeepRelease -Drelease=0.2.0}.
 */
@EnabledIfSystemProperty(named = "release", matches = "\\d+\\.\\d+\\.\\d+", disabledReason = "no release is tagged")
class KeepRelease {

    @Test
    void keep() throws Exception {
        String release = System.getProperty("release");
        assertThat(Version.ofPom()).as("the version in pom.xml").isEqualTo(release);
        Path kept = KeptRelease.ROOT.resolve(release);
        assertThat(kept).as("a release is kept once").doesNotExist();

        Files.move(MadeRelease.in(TestData.forThisJvm().resolve("made")).folder(), kept);
    }
}
