package org.commonground.workflow.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * No sequence flow of a model and no rule of a decision table is left that no test has gone through. It reads what
 * Surefire's run has written, and so comes after it; where somebody runs chosen tests only, it says nothing.
 */
@DisabledIfSystemProperty(named = ModelCoverageIT.CHOSEN, matches = ".*", disabledReason = "only chosen tests have run")
class ModelCoverageIT {

    /** Surefire's own, which names the tests that somebody has chosen. */
    static final String CHOSEN = "test";

    private static final Path FOLDER = Path.of("target", "model-coverage");

    @Test
    void every_flow_was_taken_by_a_test_and_every_rule_matched() throws IOException {
        assertThat(FOLDER)
                .as("what is written when all tests have run, as in mvn verify")
                .exists();
        ModelCoverage coverage = ModelCoverage.of(Taken.readAll(FOLDER));
        Path report = Files.write(FOLDER.resolve("report.txt"), coverage.report());
        assertThat(coverage.untaken())
                .as("what no test has gone through (more in %s)", report)
                .isEmpty();
    }
}
