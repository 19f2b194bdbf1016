package org.commonground.jar;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.commonground.CommonGround;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.personal.Keyring;
import org.commonground.platform.personal.KeyringFile;
import org.commonground.testing.TestData;

/** The repackaged jar as an operator runs it: another process, a database and a mail server of somebody else's. */
final class RunningJar implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static final Supplier<List<String>> JAR = () -> List.of("-jar", jar().toString());
    private static final Supplier<List<String>> CLASSES = () -> List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            CommonGround.class.getName());

    private final Process process;
    final int port;

    private RunningJar(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with these settings and waits until it says that it is ready. */
    static RunningJar start(Map<String, String> settings, File log) throws IOException {
        return ready(launch(JAR, settings, log), settings, log);
    }

    /** Starts not the jar but what it was made of, with the demo, as {@code mvn spring-boot:run} does. */
    static RunningJar withDemo(DatabaseAccess database, int mailPort, Path data) throws IOException {
        Map<String, String> settings = settings(database, mailPort, data);
        settings.put("COMMONGROUND_DEMO", "true");
        File log = data.resolve("demo.log").toFile();
        return ready(launch(CLASSES, settings, log), settings, log);
    }

    private static RunningJar ready(Process process, Map<String, String> settings, File log) {
        RunningJar running = new RunningJar(process, Integer.parseInt(settings.get("SERVER_PORT")));
        URI ready =
                URI.create("http://127.0.0.1:" + settings.get("MANAGEMENT_SERVER_PORT") + "/actuator/health/readiness");
        Awaitility.await("ready, see " + log)
                // with the demo it takes half a minute, on a machine that does nothing else
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> !running.process.isAlive() || answers(ready));
        if (!running.process.isAlive()) {
            throw new IllegalStateException("The jar did not start, see " + log);
        }
        return running;
    }

    /** Runs one of its commands, such as {@code --restore=FILE}, to its end; answers what it said. */
    static String run(DatabaseAccess database, Path data, String argument) throws IOException, InterruptedException {
        File log = data.resolve("command.log").toFile();
        Process process = launch(JAR, settings(database), log, argument);
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(argument + " did not end well, see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log.toPath());
    }

    /** What it says where it must not start with these settings. */
    static String refusal(Map<String, String> settings, Path data) throws IOException, InterruptedException {
        File log = File.createTempFile("refusal", ".log", data.toFile());
        Process process = launch(JAR, settings, log);
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() == 0) {
                throw new IllegalStateException("It was not refused, see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log.toPath());
    }

    /** Everything that a start needs, but for the first administrator. */
    static Map<String, String> settings(DatabaseAccess database, int mailPort, Path data) throws IOException {
        int port = freePort();
        Map<String, String> settings = settings(database);
        settings.put("COMMONGROUND_PUBLIC_URL", "http://localhost:" + port);
        settings.put("COMMONGROUND_INDEX_SECRET", "a secret of this test");
        settings.put("COMMONGROUND_KEYS_FILE", keys().toString());
        settings.put("COMMONGROUND_DATA_DIR", data.toString());
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", Integer.toString(mailPort));
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(freePort()));
        settings.put("COMMONGROUND_MAIL_CLAIM", "5s");
        settings.put("COMMONGROUND_ENGINE_JOB_LOCK", "5s");
        return settings;
    }

    /** One file of keys for all databases of this JVM. */
    static Path keys() {
        Path keys = TestData.forThisJvm().resolve("keys.json").toAbsolutePath();
        KeyringFile file = new KeyringFile(keys);
        if (!file.exists()) {
            file.make(Keyring.make());
        }
        return keys;
    }

    private static Map<String, String> settings(DatabaseAccess database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SPRING_DATASOURCE_URL", database.url());
        settings.put("SPRING_DATASOURCE_PASSWORD", database.application().password());
        settings.put("COMMONGROUND_OWNER_PASSWORD", database.owner().password());
        return settings;
    }

    /** On a machine whose clock shows another zone than anybody here reads. */
    private static Process launch(
            Supplier<List<String>> program, Map<String, String> settings, File log, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                // it runs for a minute at the most: what the better compiler does would not pay in that time
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=America/New_York"));
        command.addAll(program.get());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** As {@code kill -9} does: no hook runs, nothing is finished. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(URI address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The one that was just built. */
    static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().matches("common-ground-[^-]+(-SNAPSHOT)?\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("Expected one jar in target, found " + jars);
            }
            return jars.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
