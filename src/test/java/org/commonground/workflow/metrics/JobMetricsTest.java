package org.commonground.workflow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody who runs it watches is there, and is a number. */
@CommonGroundTest
class JobMetricsTest {

    @Autowired
    MeterRegistry registry;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commonground.jobs.due",
                "commonground.jobs.oldest",
                "commonground.jobs.failed",
                "commonground.incidents",
                "commonground.outbox.waiting",
                "commonground.outbox.oldest",
                "commonground.outbox.failed",
            })
    void isMeasured(String gauge) {
        assertThat(registry.get(gauge).gauge().value()).isNotNegative();
    }
}
