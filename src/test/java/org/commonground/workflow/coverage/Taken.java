package org.commonground.workflow.coverage;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which parts of the models the tests of this JVM have gone through, and which test each time: sequence flows that were
 * taken, rules of decision tables that matched.
 */
final class Taken {

    /** A process or a decision, and the id of a flow or rule in it. */
    record Part(String model, String id) {}

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

    static Map<Part, SortedSet<String>> parts() {
        return Map.copyOf(BY_PART);
    }
}
