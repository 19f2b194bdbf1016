package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.commonground.CommonGround;
import org.commonground.correspondence.Outbox;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.testing.Neighbourhood;
import org.commonground.testing.TestData;
import org.commonground.workflow.sweep.Sweep;
import org.commonground.workflow.traces.Caseload;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How long people wait for an answer. A neighbourhood of referrals is really run to every kind of wait, then multiplied
 * in SQL; the application is started on it as it is and called over HTTP.
 *
 * <p>{@code mvn -Pbenchmark verify} does so with 30,000 open referrals and writes {@code docs/performance.md}. In every
 * other build this is a sample with a few hundred: it holds no time, only that the data are whole and every call works.
 */
class BenchmarkIT {

    private static final int OPEN_REFERRALS = Integer.getInteger("commonground.benchmark.referrals", 300);
    private static final boolean WHOLE = OPEN_REFERRALS > 300;

    /** Really run; the rest are copies. */
    private static final int RUN = WHOLE ? 330 : 24;

    private static final int REPEATS = WHOLE ? 60 : 1;
    private static final Path PAGE = WHOLE ? Path.of("docs", "performance.md") : Path.of("target", "performance.md");

    private final Path data = TestData.forThisJvm().resolve("benchmark");
    private Neighbourhood first;

    @Test
    void people_are_answered_soon() throws Exception {
        PerformancePage page = new PerformancePage("mvn -Pbenchmark verify");
        double load = PerformancePage.load();
        try {
            Timings small = new Timings();
            try (ConfigurableApplicationContext quiet = start(true)) {
                run(quiet);
                if (!WHOLE) {
                    multiply(quiet, page);
                }
            }
            if (WHOLE) {
                try (ConfigurableApplicationContext asItIs = start(false)) {
                    small = measure(asItIs);
                }
                try (ConfigurableApplicationContext quiet = start(true)) {
                    multiply(quiet, page);
                }
            }
            Instant starting = Instant.now();
            try (ConfigurableApplicationContext asItIs = start(false)) {
                Duration started = Duration.between(starting, Instant.now());
                Timings timings = measure(asItIs);
                assertThat(timings.calls())
                        .filteredOn(call -> call.startsWith("Answer: "))
                        .hasSizeGreaterThan(12);
                Consistency.check(asItIs.getBean(JdbcClient.class));
                page.line(
                        "The machine's load was %.1f when it began and %.1f at the end; the application started in %s and"
                                .formatted(load, PerformancePage.load(), PerformancePage.seconds(started)));
                page.line("used %d MB of heap after the last call.".formatted(heap()));
                page.line("");
                page.table(timings, small);
                page.sizes(asItIs.getBean(JdbcClient.class));
            }
            page.writeInto(PAGE);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void run(ConfigurableApplicationContext quiet) {
        first = Caseload.of(RUN, quiet);
        // what a running application would have done long ago: else each copy would do it in the first minute
        Outbox outbox = quiet.getBean(Outbox.class);
        while (outbox.sendDue() > 0) {
            // the next ones
        }
        quiet.getBean(Sweep.class).run();
        while (outbox.sendDue() > 0) {
            // the next ones
        }
    }

    private void multiply(ConfigurableApplicationContext quiet, PerformancePage page) throws Exception {
        JdbcClient jdbc = quiet.getBean(JdbcClient.class);
        int open = open(jdbc);
        int copies = Math.max(1, (OPEN_REFERRALS + open - 1) / open - 1);
        Instant begun = Instant.now();
        long rows = Multiplied.times(copies, quiet.getBean(DatabaseAccess.class));
        assertThat(open(jdbc)).isEqualTo(open * (copies + 1));
        Consistency.check(jdbc);
        page.line(
                "%,d open referrals of %,d teams with %,d link workers and %,d groups: %d were really run, then multiplied"
                        .formatted(
                                open(jdbc),
                                count(jdbc, "team"),
                                count(jdbc, "account_role where role = 'link-worker'"),
                                count(jdbc, "community_group"),
                                RUN));
        page.line(
                "to %,d rows in %s.".formatted(rows, PerformancePage.seconds(Duration.between(begun, Instant.now()))));
    }

    private Timings measure(ConfigurableApplicationContext asItIs) {
        int port = asItIs.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Timings timings = new Calls(port, asItIs, first.practice(), REPEATS).run();
        JobExecutor executor = engine(asItIs).getJobExecutor();
        for (int time = 0; time < REPEATS; time++) {
            timings.of(
                    "The engine looks for due jobs",
                    () -> engine(asItIs).getCommandExecutorTxRequired().execute(new AcquireJobsCmd(executor)));
        }
        for (int time = 0; time < Math.min(5, REPEATS); time++) {
            timings.of("The sweep (every five minutes; nobody waits for it)", () -> {
                asItIs.getBean(Sweep.class).run();
                return null;
            });
        }
        return timings;
    }

    private static ProcessEngineConfigurationImpl engine(ConfigurableApplicationContext context) {
        return (ProcessEngineConfigurationImpl)
                context.getBean(ProcessEngine.class).getProcessEngineConfiguration();
    }

    /** @param quiet whether nothing happens by itself: no job, no mail, no sweep */
    private ConfigurableApplicationContext start(boolean quiet) {
        List<String> settings = new ArrayList<>(List.of(
                "--commonground.data-dir=" + data,
                "--commonground.postgres-programs=" + TestData.programs(),
                "--commonground.public-url=http://localhost",
                "--commonground.admin.password=the administrator of the benchmark",
                "--commonground.demo=false",
                "--server.port=0",
                "--management.server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.org.commonground=warn"));
        if (quiet) {
            settings.add("--commonground.schedulers=false");
            settings.add("--camunda.bpm.job-execution.enabled=false");
        }
        return new SpringApplicationBuilder(CommonGround.class).run(settings.toArray(String[]::new));
    }

    private static int open(JdbcClient jdbc) {
        return count(jdbc, "referral where standing <> 'closed'");
    }

    private static int count(JdbcClient jdbc, String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    /** Megabytes that are in use after a collection. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
