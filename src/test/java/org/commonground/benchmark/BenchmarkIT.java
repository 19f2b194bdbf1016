package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.commonground.benchmark.BenchmarkData.Many;
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
 * <p>{@code mvn -Pbenchmark verify} does so with 30,000 open referrals, or with each of the numbers that {@code
 * -Dcommonground.benchmark.referrals} says ({@code 30000,100000}), and writes {@code docs/performance.md}. In every other
 * build this is a sample with a few hundred: it holds no time, only that the data are whole, that every call works, and
 * that no form and no page is forgotten.
 */
class BenchmarkIT {

    /** The number that the page is about; what is found with any other stands in a part of its own. */
    private static final int OWN_NUMBER = 30_000;

    /** From few to many. */
    private static final List<Integer> OPEN_REFERRALS = Stream.of(
                    System.getProperty("commonground.benchmark.referrals", "100")
                            .split(","))
            .map(number -> Integer.valueOf(number.strip()))
            .sorted()
            .toList();

    private static final int FIRST = OPEN_REFERRALS.get(0);
    private static final boolean WHOLE = FIRST > 300;

    /** Really run; the rest are copies. */
    private static final int RUN = WHOLE ? 330 : 1;

    private static final int REPEATS = Integer.getInteger("commonground.benchmark.repeats", WHOLE ? 60 : 1);

    private static final String COMMAND = OPEN_REFERRALS.equals(List.of(OWN_NUMBER))
            ? "mvn -Pbenchmark verify"
            : "mvn -Pbenchmark -Dcommonground.benchmark.referrals=%s verify"
                    .formatted(OPEN_REFERRALS.stream().map(String::valueOf).collect(Collectors.joining(",")));

    private static final Path PAGE = Path.of("docs", "performance.md");

    private final BenchmarkData data = BenchmarkData.here(RUN);

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
        PerformancePage page = new PerformancePage(COMMAND);
        try (ConfigurableApplicationContext context = BenchmarkData.start(data.few(), true)) {
            data.run(context);
            Many many = data.multiply(context, FIRST);
            engine(context).getJobExecutor().start();
            Timings timings = measure(context, many.at());
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
        data.makeFew();
        PerformancePage others = new PerformancePage(COMMAND);
        Timings first = null;
        for (int number : OPEN_REFERRALS) {
            Timings small = number == OWN_NUMBER ? measureFew() : new Timings();
            Many many = data.make(number);
            double load = PerformancePage.load();
            Started started = Started.on(many.data());
            try (ConfigurableApplicationContext context = BenchmarkData.start(many.data(), false)) {
                Timings timings = measure(context, many.at());
                requireAll(timings);
                JdbcClient jdbc = context.getBean(JdbcClient.class);
                Consistency.check(jdbc);
                Measured measured = new Measured(many, timings, load, PerformancePage.load(), started, jdbc);
                if (number == OWN_NUMBER) {
                    PerformancePage own = new PerformancePage(COMMAND);
                    measured.on(own, page -> page.table(timings, small));
                    own.writeInto(PAGE, PerformancePage.MEASURED);
                }
                if (first != null) {
                    KeptRun before = KeptRun.of(first);
                    measured.on(others, page -> page.table(timings, before, FIRST));
                } else if (OPEN_REFERRALS.size() > 1) {
                    measured.on(others, page -> page.table(timings, small));
                } else if (number != OWN_NUMBER) {
                    KeptRun before = KeptRun.on(PAGE);
                    measured.on(others, page -> page.table(timings, before, OWN_NUMBER));
                }
                first = first == null ? timings : first;
            }
            data.clearAway(many);
        }
        if (!OPEN_REFERRALS.equals(List.of(OWN_NUMBER))) {
            others.writeInto(PAGE, PerformancePage.OTHER_NUMBER);
            others.print();
        }
    }

    /**
     * What was found with one number of open referrals.
     *
     * @param before the machine's load when measuring began, and
     * @param after at its end
     */
    private record Measured(Many many, Timings timings, double before, double after, Started started, JdbcClient jdbc) {

        void on(PerformancePage page, Consumer<PerformancePage> table) {
            page.line("");
            page.line(BenchmarkData.inWords(jdbc, many));
            page.line("The machine’s load was %.1f when measuring began and %.1f at its end.".formatted(before, after));
            page.line("");
            table.accept(page);
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
    }

    private Timings measureFew() throws IOException {
        Path copy = data.copyOfFew();
        try (ConfigurableApplicationContext few = BenchmarkData.start(copy, false)) {
            return measure(few, data.fewAt());
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

    /** @param made when the data were */
    private Timings measure(ConfigurableApplicationContext context, Instant made) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Timings timings = new Calls(port, context, data.practice(), made, REPEATS).run();
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
