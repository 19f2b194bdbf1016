package org.commonground.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.commonground.testing.AsOf;
import org.commonground.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whenever somebody starts the demo for the first time, it is whole: every story told to its end, every state there. */
@EnabledIfSystemProperty(named = AsOf.PROPERTY, matches = ".+", disabledReason = "KillIT makes the demo as of now")
class DemoAsOfTest {

    @Test
    void is_whole() throws Exception {
        Path data = Files.createDirectories(TestData.forThisJvm().resolve("demo"));
        Path log = data.resolve("demo.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-D" + AsOf.PROPERTY + "=" + System.getProperty(AsOf.PROPERTY),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DemoAsOf.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(6, TimeUnit.MINUTES))
                    .as("it ends, see " + log)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(log)).contains("The demo is made").doesNotContain("The demo is made, but for");
        assertThat(process.exitValue()).as("it is whole, see " + log).isZero();
    }
}
