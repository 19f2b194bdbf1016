package org.commonground.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each test JVM a data directory of its own under {@code target/test-data}, named by its process, and the
 * first clears away those of JVMs that have gone. PostgreSQL's programs are unpacked once for all.
 */
public final class TestData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ROOT = Path.of("target", "test-data");
    /** Which of the JVMs side by side this is; from an editor it is the only one. */
    private static final String NUMBER = "commonground.jvm";

    private static final String FIRST = "jvm-1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (FIRST.equals(System.getProperty(NUMBER, FIRST))) {
            clearAway();
        }
        TestPropertyValues.of("commonground.data-dir=" + forThisJvm(), "commonground.postgres-programs=" + programs())
                .applyTo(context);
    }

    public static Path programs() {
        return Path.of("target", "postgres-programs");
    }

    public static Path forThisJvm() {
        return ROOT.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    private static void clearAway() {
        if (Files.notExists(ROOT)) {
            return;
        }
        try (Stream<Path> entries = Files.list(ROOT)) {
            for (Path entry : List.copyOf(entries.toList())) {
                if (!isAlive(entry.getFileName().toString())) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot clear " + ROOT, e);
        }
    }

    private static boolean isAlive(String pid) {
        return pid.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
