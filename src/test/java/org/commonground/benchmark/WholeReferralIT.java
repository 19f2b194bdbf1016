package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.commonground.benchmark.Referring.Recorded;
import org.commonground.benchmark.Throughput.Rival;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.testing.Tap;
import org.commonground.testing.TestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How many whole referrals, from the practice's message to closed, go their way in a second: in Common Ground, in Common
 * Ground on the engine at its defaults, and as bare writes without either. All three run in this JVM and take turns, so
 * that what the machine does meanwhile is done to all.
 *
 * <p>Only {@code mvn -Pbenchmark verify} runs it: {@link OneReferralTest} is what every build holds.
 */
class WholeReferralIT {

    private static final String COMMAND = "mvn -Pbenchmark verify";

    /** In each turn; a multiple of the most threads, so that none waits at the end of a leg. */
    private static final int REFERRALS = Integer.getInteger("commonground.benchmark.turn", 48);

    private static final int TURNS = Integer.getInteger("commonground.benchmark.turns", 5);

    /** Java's compiler is not done sooner. */
    private static final Duration WARM_UP =
            Duration.ofSeconds(Integer.getInteger("commonground.benchmark.warm-up", 120));

    private static final int COUNTED = 8;

    private static final int MAILS = 1_000;

    private final Path folder = TestData.forThisJvm().resolve("whole-referral");

    @AfterEach
    void clear_away() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void referrals_go_their_way() throws Exception {
        Path oursData = folder.resolve("ours");
        Path defaultsData = folder.resolve("defaults");
        try (ConfigurableApplicationContext application = BenchmarkData.start(oursData, true, new Tap.SetIn());
                ConfigurableApplicationContext other =
                        BenchmarkData.start(defaultsData, true, new Tap.SetIn(), EngineDefaults.setIn())) {
            EngineDefaults.dropOurIndexes(other.getBean(DatabaseAccess.class));
            Referring ours = new Referring(application, oursData);
            Referring defaults = new Referring(other, defaultsData);

            warmUp(ours, defaults);
            Recorded counted = counted(ours);
            Recorded countedDefaults = counted(defaults);
            Recorded recorded = ours.record(REFERRALS).writesAlone();
            Throughput throughput = new Throughput(TURNS, REFERRALS);
            double load = PerformancePage.load();
            throughput.of(Rival.OURS, threads -> ours.walk(REFERRALS, threads), ours.server());
            throughput.of(Rival.DEFAULTS, threads -> defaults.walk(REFERRALS, threads), defaults.server());
            throughput.of(Rival.WRITES, threads -> ours.replay(recorded, threads), ours.server());
            throughput.run();

            WholeReferralPage page = new WholeReferralPage(COMMAND);
            page.throughput(throughput);
            page.load(load);
            page.counted(counted, countedDefaults);
            page.mails(MailRate.of(application, MAILS));
            page.writeInto(Path.of("docs", "performance.md"));
        }
    }

    private static void warmUp(Referring ours, Referring defaults) {
        Instant until = Instant.now().plus(WARM_UP);
        do {
            ours.walk(Throughput.MOST_THREADS, Throughput.MOST_THREADS);
            defaults.walk(Throughput.MOST_THREADS, Throughput.MOST_THREADS);
        } while (Instant.now().isBefore(until));
    }

    private static Recorded counted(Referring referring) {
        referring.server().logOnlyWhatIsWritten();
        try {
            return referring.record(COUNTED);
        } finally {
            referring.server().asUsual();
        }
    }
}
