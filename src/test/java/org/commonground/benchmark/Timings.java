package org.commonground.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** How long each kind of call took, in the order in which the kinds came first. */
final class Timings {

    private final Map<String, List<Duration>> byCall = new LinkedHashMap<>();

    /** Times one call. A call that fails has no time: the benchmark fails with it. */
    <T> T of(String call, Callable<T> work) {
        long start = System.nanoTime();
        try {
            T result = work.call();
            took(call, Duration.ofNanos(System.nanoTime() - start));
            return result;
        } catch (Exception e) {
            throw new IllegalStateException(call, e);
        }
    }

    void took(String call, Duration time) {
        byCall.computeIfAbsent(call, first -> new ArrayList<>()).add(time);
    }

    List<String> calls() {
        return List.copyOf(byCall.keySet());
    }

    int count(String call) {
        return byCall.getOrDefault(call, List.of()).size();
    }

    /**
     * Milliseconds that so many of a hundred calls did not exceed.
     *
     * @param percent 50 for the median, 100 for the longest
     */
    double milliseconds(String call, int percent) {
        List<Duration> sorted = byCall.get(call).stream().sorted().toList();
        int place = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return sorted.get(Math.max(0, place)).toNanos() / 1e6;
    }
}
