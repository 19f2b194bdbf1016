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
@DisabledIfSystemProperty(
        named = CoverageListener.CHOSEN,
        matches = ".*",
        disabledReason = "only chosen tests have run")
class ModelCoverageIT {

    private static final Path FOLDER = Path.of("target", "model-coverage");

    @Test
    void every_flow_was_taken_by_a_test_and_every_rule_matched() throws IOException {
        Path untaken = FOLDER.resolve(ModelCoverage.UNTAKEN);
        assertThat(untaken)
                .as("what is written when all tests have run, as in mvn verify")
                .exists();
        assertThat(Files.readAllLines(untaken))
                .as("what no test has gone through (more in %s/report.txt)", FOLDER)
                .isEmpty();
    }
}
