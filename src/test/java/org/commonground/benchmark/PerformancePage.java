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

    static final String FROM = "<!-- measured: from here to the next mark the benchmark writes -->";
    static final String TO = "<!-- end of what was measured -->";

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
        line("| Call | Times | p50 | p95 | Longest | p95 against few data |");
        line("|---|---:|---:|---:|---:|---:|");
        for (String call : timings.calls()) {
            double p95 = timings.milliseconds(call, 95);
            String ratio = small.count(call) == 0 ? "" : "%.1f".formatted(p95 / small.milliseconds(call, 95));
            line("| %s%s | %d | %.0f ms | %.0f ms | %.0f ms | %s |"
                    .formatted(
                            call,
                            p95 > 300 ? " **(over 300 ms)**" : "",
                            timings.count(call),
                            timings.milliseconds(call, 50),
                            p95,
                            timings.milliseconds(call, 100),
                            ratio));
        }
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    void writeInto(Path page) throws IOException {
        String before = Files.exists(page) ? Files.readString(page) : FROM + "\n" + TO + "\n";
        int from = before.indexOf(FROM);
        int to = before.indexOf(TO);
        if (from < 0 || to < from) {
            throw new IllegalStateException(page + " has lost the marks between which the benchmark writes");
        }
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(
                page,
                before.substring(0, from) + FROM + "\n\n" + String.join("\n", lines) + "\n\n" + before.substring(to));
    }
}
