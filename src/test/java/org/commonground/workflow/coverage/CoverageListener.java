package org.commonground.workflow.coverage;

import java.nio.file.Path;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Tells the recorder which test is running, and has it written down when all tests of this JVM have run. Only where the
 * system property {@code commonground.model-coverage} names a folder, which Surefire's configuration does: what
 * integration tests take does not count.
 */
public final class CoverageListener implements LauncherSessionListener, TestExecutionListener {

    private static final String FOLDER = "commonground.model-coverage";
    /** Which of the JVMs side by side this is; from an editor it is the only one. */
    private static final String JVM = "commonground.jvm";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            Taken.startedBy(name(test));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            Taken.write(Path.of(folder), System.getProperty(JVM, "jvm-1"));
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
