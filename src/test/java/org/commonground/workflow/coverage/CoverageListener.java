package org.commonground.workflow.coverage;

import java.nio.file.Path;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells the recorder which test is running, and writes the report when all have run. Only where the system property
 * {@code commonground.model-coverage} names a folder, which Surefire's configuration does: what integration tests take
 * does not count, and must not overwrite it.
 */
public final class CoverageListener implements TestExecutionListener {

    static final String FOLDER = "commonground.model-coverage";
    /** Surefire's own, which names the tests that somebody has chosen. */
    static final String CHOSEN = "test";

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            Taken.startedBy(name(test));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            ModelCoverage.write(Taken.parts(), System.getProperty(CHOSEN) == null, Path.of(folder));
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
