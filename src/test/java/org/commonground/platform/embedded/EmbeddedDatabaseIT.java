package org.commonground.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.commonground.platform.CannotStart;
import org.commonground.testing.TestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The embedded database in JVMs of its own, stopped and killed in every way that happens to people. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedDatabaseIT {

    private static final int ENOUGH = 20;

    private final List<Application> started = new ArrayList<>();
    private Path data;

    @BeforeEach
    void chooseDirectory() throws IOException {
        data = Files.createTempDirectory(Files.createDirectories(TestData.forThisJvm()), "alone");
    }

    @AfterEach
    void stopWhatIsLeft() throws Exception {
        for (Application application : started) {
            application.kill();
        }
        Orphan.stop(data.resolve("postgres"));
    }

    @Test
    void keepsEverythingOverARestart() throws Exception {
        Application first = start();
        first.commitSome();
        int kept = first.stop();

        assertThat(start().holds()).isEqualTo(kept);
    }

    @Test
    void keepsEverythingWhenTheApplicationIsKilled() throws Exception {
        Application first = start();
        first.commitSome();
        long server = serverPid();
        int kept = first.kill();
        assertThat(ProcessHandle.of(server)).as("the database lives on").isPresent();

        // one more may have been committed and not said
        assertThat(start().holds()).isBetween(kept, kept + 1);
        assertThat(serverPid()).isNotEqualTo(server);
    }

    @Test
    void keepsEverythingWhenBothAreKilled() throws Exception {
        Application first = start();
        first.commitSome();
        ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
        server.destroyForcibly();
        int kept = first.kill();
        server.onExit().get(20, TimeUnit.SECONDS);

        assertThat(start().holds()).isBetween(kept, kept + 1);
    }

    @Test
    void startsWhenTheNumberOfTheKilledServerBelongsToSomebodyElse() throws Exception {
        Application first = start();
        first.commitSome();
        int kept = first.stop();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n1700000000\n");

        assertThat(start().holds()).isEqualTo(kept);
    }

    @Test
    void doesAFirstStartAgainThatWasKilled() throws Exception {
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.new/postgresql.conf"), "half a fi");

        assertThat(start().holds()).isZero();
        assertThat(data.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void refusesASecondApplicationInOneSentenceAndLeavesTheFirstAlone() throws Exception {
        Application first = start();
        first.commitSome();

        Application second = launch(Map.of());

        assertThat(second.nextOf("refused "))
                .isEqualTo("Another Common Ground is running on " + data.toRealPath()
                        + ": stop it first, or name another directory with COMMONGROUND_DATA_DIR.");
        assertThat(second.process.waitFor()).isEqualTo(1);
        first.commitSome();
    }

    @Test
    void saysWhereToLookWhenItDoesNotStart() throws Exception {
        start().stop();
        Files.writeString(data.resolve("postgres/postgresql.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(() ->
                        EmbeddedDatabase.start(new DataDirectory(data), TestData.programs(), Duration.ofSeconds(2)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(data.toRealPath().resolve("postgres.log").toString());
        assertThat(data.resolve("postgres.log")).content().contains("no_such_setting");
    }

    @Test
    void saysWhenRootMayNotRunItHere() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")));

        // where the program is not found, no user namespace can be made
        Application without = launch(Map.of("PATH", ""));

        assertThat(without.nextOf("refused ")).startsWith("The embedded PostgreSQL cannot run as root on this machine");
    }

    private long serverPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
    }

    private Application start() throws IOException {
        Application application = launch(Map.of());
        application.held = Integer.parseInt(application.nextOf("holds "));
        return application;
    }

    private Application launch(Map<String, String> surroundings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DatabaseAlone.class.getName(),
                data.toString(),
                TestData.programs().toString());
        builder.environment().putAll(surroundings);
        Application application = new Application(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        started.add(application);
        return application;
    }

    /** One such JVM and what it says. */
    private static final class Application {

        private final Process process;
        private final BufferedReader output;
        private int held;
        private int kept;

        Application(Process process) {
            this.process = process;
            this.output = process.inputReader(StandardCharsets.UTF_8);
        }

        int holds() {
            return held;
        }

        void commitSome() throws IOException {
            for (int i = 0; i < ENOUGH; i++) {
                kept = Integer.parseInt(nextOf("kept "));
            }
        }

        int stop() throws Exception {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            readRest();
            assertThat(process.waitFor()).isZero();
            return kept;
        }

        /** By its handle: {@code Process.destroyForcibly} would close the pipe, and with it what was said last. */
        int kill() throws Exception {
            process.toHandle().destroyForcibly();
            readRest();
            process.waitFor();
            return kept;
        }

        /** The rest of the next line that starts with the word; lines of the server's log stand in between. */
        String nextOf(String word) throws IOException {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(word)) {
                    return line.substring(word.length());
                }
            }
            throw new IOException("It ended without saying " + word);
        }

        private void readRest() {
            output.lines()
                    .filter(line -> line.matches("kept \\d+"))
                    .forEach(line -> kept = Integer.parseInt(line.substring("kept ".length())));
        }
    }
}
