package org.commonground.workflow.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.platform.metrics.Reading;
import org.springframework.stereotype.Component;

/** How the engine's jobs stand: timers and steps that are due, and those that somebody has to look at. */
@Component
class JobMetrics implements MeterBinder {

    /**
     * What the gauges show.
     *
     * @param due jobs that could run now, those that are running included
     * @param oldest since when the first of them is due; null where none is
     * @param failed jobs with no attempt left
     * @param incidents what the engine has open, failed jobs included
     */
    private record Backlog(long due, Instant oldest, long failed, long incidents) {

        double seconds(Clock clock) {
            return oldest == null
                    ? 0
                    // the clock can be set back behind it, by an operator or a test
                    : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
        }
    }

    private final ManagementService jobs;
    private final RuntimeService processes;
    private final Clock clock;
    private final Reading<Backlog> backlog = new Reading<>(this::read);

    JobMetrics(ManagementService jobs, RuntimeService processes, Clock clock) {
        this.jobs = jobs;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("commonground.jobs.due", () -> backlog.get().due())
                .description("Timers and steps that could run now")
                .register(registry);
        TimeGauge.builder("commonground.jobs.oldest", () -> backlog.get().seconds(clock), TimeUnit.SECONDS)
                .description("How long the first of them has been due")
                .register(registry);
        Gauge.builder("commonground.jobs.failed", () -> backlog.get().failed())
                .description("Jobs with no attempt left: an administrator looks at them in Cockpit")
                .register(registry);
        Gauge.builder("commonground.incidents", () -> backlog.get().incidents())
                .description("Open incidents of the engine")
                .register(registry);
    }

    private Backlog read() {
        List<Job> first = jobs.createJobQuery()
                .executable()
                .active()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        long due = first.isEmpty()
                ? 0
                : jobs.createJobQuery().executable().active().count();
        Instant oldest = first.isEmpty() || first.get(0).getDuedate() == null
                ? null
                : first.get(0).getDuedate().toInstant();
        return new Backlog(
                due,
                oldest,
                jobs.createJobQuery().noRetriesLeft().count(),
                processes.createIncidentQuery().count());
    }
}
