package org.commonground.releases;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a release left to those after it, see {@code workflow.traces.MadeRelease}. */
public record KeptRelease(Path folder) {

    public static final Path ROOT = Path.of("src", "test", "releases");
    public static final String DUMP = "commonground.dump";
    public static final String KEYS = "keys.json";
    public static final String TASKS = "tasks.json";

    /**
     * A task that waits in the dump, and how its own form was answered then.
     *
     * @param subject the business key of its process
     * @param account the id of somebody who may answer it
     * @param answer by field
     * @param next the key of the task about the same subject that follows, or null for none
     */
    public record Task(
            UUID subject,
            String key,
            String account,
            String username,
            String password,
            Map<String, Object> answer,
            String next) {}

    /** Every release kept so far, the oldest first; none before the first is tagged. */
    public static List<KeptRelease> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(folder -> folder.getFileName().toString(), Version.ORDER))
                    .map(KeptRelease::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        return folder.getFileName().toString();
    }

    public Path dump() {
        return folder.resolve(DUMP);
    }

    /** The keys that open the invented people in the dump. */
    public Path keys() {
        return folder.resolve(KEYS);
    }

    public List<Task> tasks() throws IOException {
        return List.of(new ObjectMapper().readValue(folder.resolve(TASKS).toFile(), Task[].class));
    }
}
