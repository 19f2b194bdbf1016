package org.commonground.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.commonground.testing.TestData;
import org.junit.jupiter.api.Test;

/** What a run with more data is held against, and that the page says where it breaks a rule. */
class KeptRunTest {

    private static final String TABLE = """
            | Call | Times | p50 | p95 | Longest | p95 against few data |
            |---|---:|---:|---:|---:|---:|
            | Open “Mine” | 60 | 20 ms | 26 ms | 50 ms | 2.2 |
            | GET /quick | 60 | 5 ms | 25 ms | 30 ms | 1.0 |
            | POST /slow **(over 300 ms)** | 60 | 200 ms | 301 ms | 400 ms |  |
            """;

    @Test
    void reads_the_table() {
        assertThat(KeptRun.in(TABLE).p95())
                .containsExactlyInAnyOrderEntriesOf(Map.of("Open “Mine”", 26, "GET /quick", 25, "POST /slow", 301));
    }

    @Test
    void reads_the_page_there_is() throws Exception {
        assertThat(KeptRun.on(Path.of("docs", "performance.md")).p95()).hasSizeGreaterThan(100);
    }

    @Test
    void twice_as_long_is_told_of_what_one_notices() {
        KeptRun kept = KeptRun.in(TABLE);
        assertThat(kept.growsTooFast("Open “Mine”", 52)).isFalse();
        assertThat(kept.growsTooFast("Open “Mine”", 53)).isTrue();
        assertThat(kept.growsTooFast("GET /quick", 250))
                .as("nobody noticed it before")
                .isFalse();
        assertThat(kept.growsTooFast("GET /new", 250)).isFalse();
        assertThat(kept.ratio("Open “Mine”", 39)).contains(1.5);
        assertThat(kept.ratio("GET /new", 39)).isEmpty();
    }

    @Test
    void a_run_of_just_now_is_compared_with_as_one_on_the_page() {
        Timings timings = new Timings();
        timings.took("Open “Mine”", Duration.ofMillis(26));
        timings.took("GET /quick", Duration.ofMillis(25));
        KeptRun kept = KeptRun.of(timings);
        assertThat(kept.p95()).isEqualTo(Map.of("Open “Mine”", 26, "GET /quick", 25));
        assertThat(kept.growsTooFast("Open “Mine”", 53)).isTrue();
        assertThat(kept.growsTooFast("GET /quick", 53)).isFalse();
        assertThat(kept.then("Open “Mine”")).isEqualTo("26 ms");
        assertThat(kept.then("GET /new")).isEmpty();
    }

    @Test
    void the_page_marks_what_breaks_a_rule() throws Exception {
        Timings timings = new Timings();
        timings.took("Open “Mine”", Duration.ofMillis(60));
        timings.took("POST /slow", Duration.ofMillis(310));
        timings.took("GET /quick", Duration.ofMillis(1));
        timings.took("Nobody waits: the sweep", Duration.ofMillis(310));
        PerformancePage page = new PerformancePage("a test");
        page.table(timings, KeptRun.in(TABLE), 30_000);
        Path file = TestData.forThisJvm().resolve("kept-run.md");
        Files.deleteIfExists(file);
        page.writeInto(file, PerformancePage.OTHER_NUMBER);

        assertThat(PerformancePage.OTHER_NUMBER.in(Files.readString(file)))
                .contains("2 calls break a rule: Open “Mine” · POST /slow.")
                .contains("| Open “Mine” **(more than twice as long)** | 1 |")
                .contains("| POST /slow **(over 300 ms)** | 1 |")
                .contains("| Call | Times | p50 | p95 | Longest | p95 with 30,000 | Ratio |")
                .contains("| Open “Mine” **(more than twice as long)** | 1 | 60 ms | 60 ms | 60 ms | 26 ms | 2.3 |")
                .contains("| GET /quick | 1 |");
    }
}
