package org.commonground.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database process that lives on when the application before us was killed. Whoever looks for it holds the lock on
 * the data directory, so no living application uses it any more.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);
    private static final Duration SAME_MOMENT = Duration.ofSeconds(5);

    private Orphan() {}

    /** Stops the server that still runs on the given database directory, and clears away what a killed one left. */
    static void stop(Path database) throws IOException {
        Path pidFile = database.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = server(Files.readAllLines(pidFile), database);
        if (server.isPresent()) {
            LOG.info("A database process was left over from before: stopping it.");
            stop(server.get());
        }
        // the number in it may belong to somebody else by now, and the server would wait for them
        Files.deleteIfExists(pidFile);
    }

    /** The process named in the file, if it is the server of this very directory and not a later one of that number. */
    private static Optional<ProcessHandle> server(List<String> pidFile, Path database) {
        try {
            long pid = Long.parseLong(pidFile.get(0).strip());
            Instant started =
                    Instant.ofEpochSecond(Long.parseLong(pidFile.get(2).strip()));
            return ProcessHandle.of(pid).filter(process -> isServer(process, database, started));
        } catch (IndexOutOfBoundsException | NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    private static boolean isServer(ProcessHandle process, Path database, Instant started) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(database.toString()))
                // some systems do not tell the arguments: then the moment it was started
                .orElseGet(() -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(SAME_MOMENT) < 0)
                        .orElse(false));
    }

    private static void stop(ProcessHandle server) throws IOException {
        interrupt(server);
        try {
            server.onExit().get(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            throw new IOException("The database process " + server.pid() + " does not stop", stillThere);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** SIGINT: PostgreSQL's fast shutdown, which does not wait for connections. Java itself knows no such signal. */
    private static void interrupt(ProcessHandle server) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            server.destroy();
        } else {
            new ProcessBuilder("sh", "-c", "kill -INT " + server.pid())
                    .inheritIO()
                    .start();
        }
    }
}
