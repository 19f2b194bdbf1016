package org.commonground.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.commonground.CommonGround;

/**
 * A later start on data there are, in a JVM of its own as an operator's is, and a backup of it.
 *
 * @param after how long until the first page was there
 * @param backup how long the backup took, its JVM's start included
 */
record Started(Duration after, Duration backup, long backupMegabytes) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    static Started on(Path data) throws IOException, InterruptedException {
        int port = freePort();
        File log = data.resolve("start.log").toFile();
        Instant begun = Instant.now();
        Process application = launch(log, BenchmarkData.settings(data, port));
        Duration after;
        try {
            while (!answers(port)) {
                if (!application.isAlive()
                        || Duration.between(begun, Instant.now()).compareTo(LONGEST) > 0) {
                    throw new IllegalStateException("The application did not start, see " + log);
                }
                Thread.sleep(50);
            }
            after = Duration.between(begun, Instant.now());
        } finally {
            end(application);
        }
        Path dump = data.resolve("benchmark.dump");
        Files.deleteIfExists(dump);
        List<String> command = BenchmarkData.settings(data, 0);
        command.add("--backup=" + dump);
        begun = Instant.now();
        Process backup = launch(log, command);
        try {
            if (!backup.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES) || backup.exitValue() != 0) {
                throw new IllegalStateException("There was no backup, see " + log);
            }
            return new Started(after, Duration.between(begun, Instant.now()), Files.size(dump) >> 20);
        } finally {
            end(backup);
            Files.deleteIfExists(dump);
        }
    }

    private static Process launch(File log, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1000m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommonGround.class.getName()));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static boolean answers(int port) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
