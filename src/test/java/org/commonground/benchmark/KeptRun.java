package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calls of an earlier run, as the page has them or as it was just measured, to hold a run with more data against.
 *
 * @param p95 whole milliseconds by call
 */
record KeptRun(Map<String, Integer> p95) {

    /** What took no longer may become slower: nobody notices. */
    private static final int NOTICED = 25;

    private static final int TWICE = 2;

    /** {@code | Call **(over 300 ms)** | 60 | 5 ms | 9 ms | 12 ms | 1.0 |}. */
    private static final Pattern ROW = Pattern.compile(
            "^\\| (.+?)(?: \\*\\*\\(.*)? \\| \\d+ \\| \\d+ ms \\| (\\d+) ms \\| \\d+ ms \\|", Pattern.MULTILINE);

    /** Those on the page for its own number. */
    static KeptRun on(Path page) throws IOException {
        return in(PerformancePage.MEASURED.in(Files.readString(page)));
    }

    /** What was measured just before. */
    static KeptRun of(Timings timings) {
        Map<String, Integer> p95 = new LinkedHashMap<>();
        timings.calls().forEach(call -> p95.put(call, (int) Math.round(timings.milliseconds(call, 95))));
        return new KeptRun(p95);
    }

    static KeptRun in(String table) {
        Map<String, Integer> p95 = new LinkedHashMap<>();
        Matcher row = ROW.matcher(table);
        while (row.find()) {
            p95.put(row.group(1), Integer.valueOf(row.group(2)));
        }
        if (p95.isEmpty()) {
            throw new IllegalStateException("No call was found to compare with");
        }
        return new KeptRun(p95);
    }

    /** Whether a call that one could notice before takes more than twice as long now. */
    boolean growsTooFast(String call, double now) {
        return p95.getOrDefault(call, 0) > NOTICED && now > TWICE * p95.get(call);
    }

    /** Whole milliseconds, as the page has them; empty where it was not called then. */
    String then(String call) {
        return p95.containsKey(call) ? p95.get(call) + " ms" : "";
    }

    /** How many times as long it takes now; empty where it was not called then, or took less than half a millisecond. */
    Optional<Double> ratio(String call, double now) {
        return Optional.ofNullable(p95.get(call)).filter(then -> then > 0).map(then -> now / then);
    }
}
