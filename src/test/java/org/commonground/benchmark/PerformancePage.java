package org.commonground.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was measured, as the page shows it. What people wrote on the page stays: the measures stand between two marks. */
final class PerformancePage {

    static final Block MEASURED = new Block(
            "<!-- measured: from here to the next mark the benchmark writes -->", "<!-- end of what was measured -->");

    /** With another number of open referrals than the page's own. */
    static final Block OTHER_NUMBER = new Block(
            "<!-- another number: from here to the next mark the benchmark writes -->",
            "<!-- end of another number -->");

    static final Block WHOLE_REFERRAL = new Block(
            "<!-- whole referral: from here to the next mark the benchmark writes -->",
            "<!-- end of the whole referral -->");

    /** How what the application does by itself begins: it is measured, and breaks no rule. */
    static final String NOBODY_WAITS = "Nobody waits: ";

    /** Milliseconds that no call may take at the 95th percentile. */
    private static final int LONGEST = 300;

    /** The two marks between which one part of what is measured stands. */
    record Block(String from, String to) {

        /** What stands there. */
        String in(String page) {
            return page.substring(start(page), page.indexOf(to));
        }

        private String replaced(String page, List<String> lines) {
            return page.substring(0, start(page)) + "\n\n" + String.join("\n", lines) + "\n\n"
                    + page.substring(page.indexOf(to));
        }

        private int start(String page) {
            int found = page.indexOf(from);
            if (found < 0 || page.indexOf(to) < found) {
                throw new IllegalStateException("The page has lost the mark " + from + " or " + to);
            }
            return found + from.length();
        }
    }

    private final List<String> lines = new ArrayList<>();

    PerformancePage(String command) {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        line(
                "Measured on %s by `%s`: %d processors (%s, %s), %d GB of memory, Java %s; the application, its database and"
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                command,
                                machine.getAvailableProcessors(),
                                machine.getName(),
                                machine.getArch(),
                                machine.getTotalMemorySize() >> 30,
                                System.getProperty("java.version")));
        line("whoever called it shared them.");
        line("");
    }

    void line(String line) {
        lines.add(line);
    }

    /** The machine's load now, which tells how much else was running. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    /** Megabytes that are in use after a collection. */
    static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    static long mostHeap() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    void sizes(JdbcClient jdbc) {
        section("What the database holds");
        line("%s in all; the largest tables:"
                .formatted(jdbc.sql("select pg_size_pretty(pg_database_size(current_database()))")
                        .query(String.class)
                        .single()));
        line("");
        line("| Table | Rows | With its indexes |");
        line("|---|---:|---:|");
        jdbc.sql("""
                        select relname, n_live_tup, pg_size_pretty(pg_total_relation_size(relid)) as size
                        from pg_stat_user_tables where schemaname in ('app', 'engine')
                        order by pg_total_relation_size(relid) desc limit 15""")
                .query((row, number) -> "| `%s` | %,d | %s |"
                        .formatted(row.getString("relname"), row.getLong("n_live_tup"), row.getString("size")))
                .list()
                .forEach(this::line);
    }

    /** @param small the same calls with few data; empty where they were not made */
    void table(Timings timings, Timings small) {
        List<String> slow = timings.calls().stream()
                .filter(call -> !call.startsWith(NOBODY_WAITS) && p95(timings, call) > LONGEST)
                .toList();
        line(
                slow.isEmpty()
                        ? "No call takes over 300 ms."
                        : "%d calls take over 300 ms: %s.".formatted(slow.size(), String.join(" · ", slow)));
        line("");
        line("| Call | Times | p50 | p95 | Longest | p95 against few data |");
        line("|---|---:|---:|---:|---:|---:|");
        for (String call : timings.calls()) {
            row(
                    timings,
                    call,
                    "",
                    small.count(call) == 0 ? "" : "%.1f".formatted(p95(timings, call) / p95(small, call)));
        }
    }

    /**
     * @param kept with fewer data, to be compared with
     * @param fewer how many referrals were open then
     */
    void table(Timings timings, KeptRun kept, int fewer) {
        List<String> broken = new ArrayList<>();
        for (String call : timings.calls()) {
            double p95 = p95(timings, call);
            if (!call.startsWith(NOBODY_WAITS) && (p95 > LONGEST || kept.growsTooFast(call, p95))) {
                broken.add(call);
            }
        }
        line(
                broken.isEmpty()
                        ? "No call breaks a rule."
                        : "%d calls break a rule: %s.".formatted(broken.size(), String.join(" · ", broken)));
        line("");
        line("| Call | Times | p50 | p95 | Longest | p95 with %,d | Ratio |".formatted(fewer));
        line("|---|---:|---:|---:|---:|---:|---:|");
        for (String call : timings.calls()) {
            double p95 = p95(timings, call);
            row(
                    timings,
                    call,
                    kept.growsTooFast(call, p95) ? " **(more than twice as long)**" : "",
                    kept.then(call) + " | "
                            + kept.ratio(call, p95).map("%.1f"::formatted).orElse(""));
        }
    }

    private void row(Timings timings, String call, String mark, String ratio) {
        double p95 = p95(timings, call);
        line("| %s%s%s | %d | %.0f ms | %.0f ms | %.0f ms | %s |"
                .formatted(
                        call,
                        p95 > LONGEST ? " **(over 300 ms)**" : "",
                        mark,
                        timings.count(call),
                        timings.milliseconds(call, 50),
                        p95,
                        timings.milliseconds(call, 100),
                        ratio));
    }

    private static double p95(Timings timings, String call) {
        return timings.milliseconds(call, 95);
    }

    /** All of it, for whoever waits for the command. */
    void print() {
        System.out.println(String.join("\n", lines));
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    void writeInto(Path page, Block block) throws IOException {
        String before = Files.exists(page) ? Files.readString(page) : block.from() + "\n" + block.to() + "\n";
        String after = block.replaced(before, lines);
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, after);
    }
}
