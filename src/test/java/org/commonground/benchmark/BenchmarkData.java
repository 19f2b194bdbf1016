package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonground.CommonGround;
import org.commonground.account.PracticeId;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.neighbourhood.PracticeKey;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.testing.TestData;
import org.commonground.workflow.engine.DueJobs;
import org.commonground.workflow.sweep.Sweep;
import org.commonground.workflow.traces.Caseload;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The data folders of a benchmark: {@code few} referrals that were really run, and {@code many-N} made of them. With
 * {@code -Dcommonground.benchmark.data=FOLDER} they stay, and are measured again the next time instead of made anew.
 */
final class BenchmarkData {

    private final Path folder;
    private final boolean kept;
    private final int run;
    private PracticeKey practice;

    private BenchmarkData(Path folder, boolean kept, int run) {
        this.folder = folder;
        this.kept = kept;
        this.run = run;
    }

    /**
     * Many referrals made of the few.
     *
     * @param inWords how they were made
     * @param at when: tasks that came later came from measuring, and may be about a day that is still to come
     */
    record Many(Path data, String inWords, Instant at) {}

    /** @param run how many referrals are really run */
    static BenchmarkData here(int run) {
        String keep = System.getProperty("commonground.benchmark.data");
        return keep == null || keep.isBlank()
                ? new BenchmarkData(TestData.forThisJvm().resolve("benchmark"), false, run)
                : new BenchmarkData(Path.of(keep), true, run);
    }

    Path few() {
        return folder.resolve("few");
    }

    /** The practice of the first neighbourhood. */
    PracticeKey practice() {
        return practice;
    }

    /** Makes the few, unless they have been kept. */
    void makeFew() throws Exception {
        Path ran = folder.resolve("few.txt");
        if (Files.notExists(ran)) {
            FileSystemUtils.deleteRecursively(few());
            try (ConfigurableApplicationContext quiet = start(few(), true)) {
                run(quiet);
            }
            Files.write(ran, List.of(practice.practice().toString(), practice.odsCode(), practice.key()));
        }
        List<String> lines = Files.readAllLines(ran);
        practice = new PracticeKey(PracticeId.of(lines.get(0)), lines.get(1), lines.get(2));
    }

    /**
     * Makes many of the few, unless they have been kept.
     *
     * @param wanted how many are to be open, at least
     */
    Many make(int wanted) throws Exception {
        Path many = folder.resolve("many-" + wanted);
        Path multiplied = folder.resolve("many-" + wanted + ".txt");
        if (Files.notExists(multiplied)) {
            FileSystemUtils.deleteRecursively(many);
            copy(few(), many);
            try (ConfigurableApplicationContext quiet = start(many, true)) {
                Files.writeString(multiplied, multiply(quiet, wanted).inWords());
            }
        }
        return new Many(
                many,
                Files.readString(multiplied),
                Files.getLastModifiedTime(multiplied).toInstant());
    }

    /** Makes room for the next. */
    void clearAway(Many many) throws IOException {
        if (!kept) {
            FileSystemUtils.deleteRecursively(many.data());
        }
    }

    /** When the few were made. */
    Instant fewAt() throws IOException {
        return Files.getLastModifiedTime(folder.resolve("few.txt")).toInstant();
    }

    /** What is measured changes: the few stay as they were run. */
    Path copyOfFew() throws IOException {
        Path copy = folder.resolve("few-measured");
        FileSystemUtils.deleteRecursively(copy);
        copy(few(), copy);
        return copy;
    }

    void clearAway() throws IOException {
        if (!kept) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /**
     * @param quiet whether nothing happens by itself: no job, no mail, no sweep
     * @param besides what is set into the application before it starts
     */
    @SafeVarargs
    static ConfigurableApplicationContext start(
            Path data, boolean quiet, ApplicationContextInitializer<ConfigurableApplicationContext>... besides) {
        List<String> settings = settings(data, 0);
        if (quiet) {
            settings.add("--commonground.schedulers=false");
            settings.add("--camunda.bpm.job-execution.enabled=false");
        }
        return new SpringApplicationBuilder(CommonGround.class)
                .initializers(besides)
                .run(settings.toArray(String[]::new));
    }

    /** @param port 0 for any that is free */
    static List<String> settings(Path data, int port) {
        return new ArrayList<>(List.of(
                "--commonground.data-dir=" + data,
                "--commonground.postgres-programs=" + TestData.programs(),
                "--commonground.public-url=http://localhost",
                "--commonground.admin.password=the administrator of the benchmark",
                "--commonground.demo=false",
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.org.commonground=warn"));
    }

    /** Runs the few, and whatever a running application would have done long ago: else each copy did it at once. */
    void run(ConfigurableApplicationContext quiet) {
        practice = Caseload.of(run, quiet).practice();
        Outbox outbox = quiet.getBean(Outbox.class);
        send(outbox);
        quiet.getBean(DueJobs.class).runAll();
        quiet.getBean(Sweep.class).run();
        quiet.getBean(DueJobs.class).runAll();
        send(outbox);
    }

    private static void send(Outbox outbox) {
        while (outbox.sendDue() > 0) {
            // the next ones
        }
    }

    /** Adds copies to the few that an application has. */
    Many multiply(ConfigurableApplicationContext quiet, int wanted) throws Exception {
        JdbcClient jdbc = quiet.getBean(JdbcClient.class);
        int open = open(jdbc);
        int all = count(jdbc, "referral");
        int copies = Math.max(1, (wanted + open - 1) / open - 1);
        Instant begun = Instant.now();
        long rows = Multiplied.times(copies, quiet.getBean(DatabaseAccess.class));
        assertThat(open(jdbc)).isEqualTo(open * (copies + 1));
        Consistency.check(jdbc);
        Instant done = Instant.now();
        String made = "%d were really run, then multiplied to %,d rows in %s"
                .formatted(all, rows, PerformancePage.seconds(Duration.between(begun, done)));
        return new Many(few(), made, done);
    }

    /** What there is. */
    static String inWords(JdbcClient jdbc, Many many) {
        return "%,d open referrals of %,d teams with %,d link workers and %,d groups: %s."
                .formatted(
                        open(jdbc),
                        count(jdbc, "team"),
                        count(jdbc, "account_role where role = 'link-worker'"),
                        count(jdbc, "community_group"),
                        many.inWords());
    }

    private static int open(JdbcClient jdbc) {
        return count(jdbc, "referral where standing <> 'closed'");
    }

    private static int count(JdbcClient jdbc, String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    /** With permissions, on which PostgreSQL insists. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
