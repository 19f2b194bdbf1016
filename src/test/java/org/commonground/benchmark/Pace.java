package org.commonground.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.commonground.workflow.traces.HappyPath;

/** So many threads that share each leg of the way, and the time they took; what lies between the legs takes none. */
final class Pace implements HappyPath.Pace, AutoCloseable {

    private final ExecutorService threads;
    private long nanoseconds;

    private Pace(ExecutorService threads) {
        this.threads = threads;
    }

    static Pace by(int threads) {
        return new Pace(Executors.newFixedThreadPool(threads));
    }

    @Override
    public void walk(String leg, List<Runnable> acts) {
        List<Callable<Object>> all = new ArrayList<>();
        acts.forEach(act -> all.add(Executors.callable(act)));
        long begun = System.nanoTime();
        try {
            for (Future<Object> one : threads.invokeAll(all)) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(leg, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(leg, e.getCause());
        }
        nanoseconds += System.nanoTime() - begun;
    }

    Duration took() {
        return Duration.ofNanos(nanoseconds);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
