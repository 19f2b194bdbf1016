package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.workflow.sweep.Sweep;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How long people wait for an answer. A neighbourhood of referrals is really run to every kind of wait, then multiplied
 * in SQL; the application is started on it as it is and called over HTTP.
 *
 * <p>{@code mvn -Pbenchmark verify} does so with 30,000 open referrals, or as many as {@code
 * -Dcommonground.benchmark.referrals} says, and writes {@code docs/performance.md}. In every other build this is a sample with a few hundred: it holds no time, only that the data are whole, that every call works,
 * and that no form and no page is forgotten.
 */
class BenchmarkIT {

    private static final int OPEN_REFERRALS = Integer.getInteger("commonground.benchmark.referrals", 100);
    private static final boolean WHOLE = OPEN_REFERRALS > 300;

    /** Really run; the rest are copies. */
    private static final int RUN = WHOLE ? 330 : 1;

    private static final int REPEATS = Integer.getInteger("commonground.benchmark.repeats", WHOLE ? 60 : 1);

    /** The number that the page is about; with any other the page says, in a part of its own, what breaks a rule. */
    private static final int OWN_NUMBER = 30_000;

    private static final Path PAGE = Path.of("docs", "performance.md");

    private final PerformancePage page = new PerformancePage(
            OPEN_REFERRALS == OWN_NUMBER
                    ? "mvn -Pbenchmark verify"
                    : "mvn -Pbenchmark -Dcommonground.benchmark.referrals=%d verify".formatted(OPEN_REFERRALS));
    private final BenchmarkData data = BenchmarkData.here(RUN, OPEN_REFERRALS);

    @Test
    void people_are_answered_soon() throws Exception {
        try {
            if (WHOLE) {
                whole();
            } else {
                sample();
            }
        } finally {
            data.clearAway();
        }
    }

    /** In one application, which is woken when the data are there. */
    private void sample() throws Exception {
        try (ConfigurableApplicationContext context = BenchmarkData.start(data.few(), true)) {
            data.run(context);
            data.multiply(context);
            engine(context).getJobExecutor().start();
            Timings timings = measure(context);
            requireAll(timings);
            assertThat(PageCalls.forgotten(context))
                    .as("pages that no call opens")
                    .isEmpty();
            Consistency.check(context.getBean(JdbcClient.class));
            page.table(timings, new Timings());
            page.sizes(context.getBean(JdbcClient.class));
        }
        page.writeInto(Path.of("target", "performance.md"), PerformancePage.MEASURED);
    }

    private void whole() throws Exception {
        data.make();
        double load = PerformancePage.load();
        Timings small = OPEN_REFERRALS == OWN_NUMBER ? measureFew() : new Timings();
        Started started = Started.on(data.many());
        try (ConfigurableApplicationContext many = BenchmarkData.start(data.many(), false)) {
            Timings timings = measure(many);
            requireAll(timings);
            JdbcClient jdbc = many.getBean(JdbcClient.class);
            Consistency.check(jdbc);
            page.line(data.inWords(jdbc));
            page.line("The machine’s load was %.1f when measuring began and %.1f at its end."
                    .formatted(load, PerformancePage.load()));
            page.line("");
            if (OPEN_REFERRALS == OWN_NUMBER) {
                page.table(timings, small);
            } else {
                page.table(timings, KeptRun.on(PAGE));
            }
            page.section("Beside the calls");
            page.line("- A later start, from the command to the first page: %s."
                    .formatted(PerformancePage.seconds(started.after())));
            page.line("- `--backup` of everything: %s, %d MB."
                    .formatted(PerformancePage.seconds(started.backup()), started.backupMegabytes()));
            page.line(
                    "- Heap in use after the last call and a collection: %d MB of at most %d MB, with whoever called in"
                                    .formatted(PerformancePage.heap(), PerformancePage.mostHeap())
                            + " the same JVM.");
            page.sizes(jdbc);
        }
        page.writeInto(PAGE, OPEN_REFERRALS == OWN_NUMBER ? PerformancePage.MEASURED : PerformancePage.OTHER_NUMBER);
    }

    private Timings measureFew() throws IOException {
        Path copy = data.copyOfFew();
        try (ConfigurableApplicationContext few = BenchmarkData.start(copy, false)) {
            return measure(few);
        } finally {
            FileSystemUtils.deleteRecursively(copy);
        }
    }

    private static void requireAll(Timings timings) throws IOException {
        assertThat(timings.calls())
                .as("a call for every form and page")
                .containsAll(TaskCalls.expected())
                .containsAll(PageCalls.expected());
    }

    private Timings measure(ConfigurableApplicationContext context) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Timings timings = new Calls(port, context, data.practice(), data.madeAt(), REPEATS).run();
        ProcessEngineConfigurationImpl engine = engine(context);
        for (int time = 0; time < REPEATS; time++) {
            timings.of(
                    PerformancePage.NOBODY_WAITS + "the engine looks for due jobs",
                    () -> engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor())));
            timings.of(
                    PerformancePage.NOBODY_WAITS + "the outbox looks for due mails, and sends them",
                    () -> context.getBean(Outbox.class).sendDue());
        }
        for (int time = 0; time < Math.min(5, REPEATS); time++) {
            timings.of(PerformancePage.NOBODY_WAITS + "the sweep, every five minutes", () -> {
                context.getBean(Sweep.class).run();
                return null;
            });
        }
        return timings;
    }

    private static ProcessEngineConfigurationImpl engine(ConfigurableApplicationContext context) {
        return (ProcessEngineConfigurationImpl)
                context.getBean(ProcessEngine.class).getProcessEngineConfiguration();
    }
}
