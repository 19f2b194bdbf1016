package org.commonground.workflow.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which parts of the models the tests of this JVM have gone through, and which test each time: sequence flows that were
 * taken, rules of decision tables that matched.
 */
final class Taken {

    /** A process or a decision, and the id of a flow or rule in it. */
    record Part(String model, String id) {}

    private static final String ENDING = ".taken";

    private static final Map<Part, SortedSet<String>> BY_PART = new ConcurrentHashMap<>();

    /** Not by thread: a job or a request that a test causes may run on another one, and tests run one after the other. */
    private static volatile String test = "before the first test";

    private Taken() {}

    static void startedBy(String name) {
        test = name;
    }

    static void note(String model, String id) {
        BY_PART.compute(new Part(model, id), (part, tests) -> {
            SortedSet<String> all = tests == null ? new TreeSet<>() : tests;
            all.add(test);
            return all;
        });
    }

    /** Writes what this JVM's tests took, in the place of what a JVM of that number wrote in an earlier run. */
    static void write(Path folder, String jvm) {
        List<String> lines = BY_PART.entrySet().stream()
                .flatMap(part -> part.getValue().stream()
                        .map(name -> String.join(
                                "\t", part.getKey().model(), part.getKey().id(), name)))
                .toList();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(jvm + ENDING), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the JVMs that ran side by side have written there. */
    static Map<Part, SortedSet<String>> readAll(Path folder) throws IOException {
        Map<Part, SortedSet<String>> all = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(ENDING)).toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] fields = line.split("\t", 3);
                    all.computeIfAbsent(new Part(fields[0], fields[1]), part -> new TreeSet<>())
                            .add(fields[2]);
                }
            }
        }
        return all;
    }
}
