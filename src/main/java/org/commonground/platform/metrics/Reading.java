package org.commonground.platform.metrics;

import java.util.function.Supplier;

/**
 * A value read from the database for several gauges: read again at most every few seconds, so that a scrape costs one
 * query, however many gauges show a part of it.
 */
public final class Reading<T> implements Supplier<T> {

    private static final long FRESH_NANOS = 5_000_000_000L;

    private final Supplier<T> source;
    private T value;
    private long readAt;

    public Reading(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        // not the one clock: this is about how long a machine remembers, not about what time it is
        long now = System.nanoTime();
        if (value == null || now - readAt > FRESH_NANOS) {
            value = source.get();
            readAt = now;
        }
        return value;
    }
}
