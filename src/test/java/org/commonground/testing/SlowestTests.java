package org.commonground.testing;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints the ten slowest tests of a JVM when all have run, so that whoever makes the build slow sees it. */
public final class SlowestTests implements LauncherSessionListener, TestExecutionListener {

    private static final int SHOWN = 10;

    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            took.put(name(test), Duration.ofNanos(System.nanoTime() - started.get(test.getUniqueId())));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (took.size() > SHOWN) {
            System.out.println("The slowest tests:");
            took.entrySet().stream()
                    .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
                    .limit(SHOWN)
                    .forEach(test ->
                            System.out.printf("%7.1f s  %s%n", test.getValue().toMillis() / 1000.0, test.getKey()));
        }
    }

    private static String name(TestIdentifier test) {
        String owner = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getClassName())
                .orElse("");
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + test.getDisplayName();
    }
}
