package org.commonground.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.commonground.benchmark.Referring.Recorded;
import org.commonground.benchmark.Throughput.Rival;

/** What a whole referral costs, as the page shows it. */
final class WholeReferralPage {

    private final PerformancePage page;

    WholeReferralPage(String command) {
        page = new PerformancePage(command);
    }

    void throughput(Throughput measured) {
        page.line("%d turns of each with %d referrals at each number of threads."
                .formatted(measured.turns(), measured.referrals()));
        page.line("");
        page.line("| Threads | " + cells(threads -> String.valueOf(threads)));
        page.line("|---|" + "---:|".repeat(Throughput.THREADS.size()));
        row("Referrals a second", threads -> "%.1f".formatted(measured.rate(Rival.OURS, threads)));
        row(
                "The same on the engine at its defaults, a second",
                threads -> "%.1f".formatted(measured.rate(Rival.DEFAULTS, threads)));
        row("The same writes alone, a second", threads -> "%.1f".formatted(measured.rate(Rival.WRITES, threads)));
        row("Ours ÷ the engine at its defaults", threads -> ratio(measured, Rival.DEFAULTS, threads));
        row("Ours ÷ the same writes", threads -> ratio(measured, Rival.WRITES, threads));
        row("Log of one as it comes, ours", threads -> kilobytes(measured.log(Rival.OURS, threads)));
        row("Log of one as it comes, defaults", threads -> kilobytes(measured.log(Rival.DEFAULTS, threads)));
        page.line("");
    }

    void load(double before) {
        page.line("The machine’s load was %.1f when measuring began and %.1f at its end."
                .formatted(before, PerformancePage.load()));
        page.line("");
    }

    void counted(Recorded ours, Recorded defaults) {
        page.line("| One referral | Ours | On the engine at its defaults |");
        page.line("|---|---:|---:|");
        count("Statements at the driver", ours, defaults, OneReferral::statements);
        count("Rows inserted", ours, defaults, OneReferral::inserted);
        count("Rows updated", ours, defaults, OneReferral::updated);
        count("Rows deleted", ours, defaults, OneReferral::deleted);
        count("Commits", ours, defaults, OneReferral::commits);
        page.line("| Commits that write | %d | %d |".formatted(ours.writingCommits(), defaults.writingCommits()));
        page.line("| Log without images of whole pages | %s | %s |"
                .formatted(
                        kilobytes(ours.each().log()), kilobytes(defaults.each().log())));
    }

    void mails(MailRate rate) {
        page.line("");
        page.line(
                "With nothing else running, %.0f mails a second leave to the embedded mail server; by one sender %.0f (ratio %.1f)."
                        .formatted(rate.allSenders(), rate.oneSender(), rate.allSenders() / rate.oneSender()));
    }

    private void count(String what, Recorded ours, Recorded defaults, ToLongFunction<OneReferral> figure) {
        page.line("| %s | %,d | %,d |"
                .formatted(what, figure.applyAsLong(ours.each()), figure.applyAsLong(defaults.each())));
    }

    private void row(String what, IntFunction<String> cell) {
        page.line("| " + what + " | " + cells(cell));
    }

    private static String cells(IntFunction<String> cell) {
        return Throughput.THREADS.stream().map(cell::apply).collect(Collectors.joining(" | ", "", " |"));
    }

    /** Over all turns, and from the lowest to the highest of two turns that followed each other. */
    private static String ratio(Throughput measured, Rival other, int threads) {
        List<Double> each = measured.ratios(other, threads);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                measured.ratio(other, threads),
                each.get(0),
                each.get(each.size() - 1));
    }

    private static String kilobytes(double bytes) {
        return "%.0f kB".formatted(bytes / 1000);
    }

    void writeInto(Path file) throws IOException {
        page.writeInto(file, PerformancePage.WHOLE_REFERRAL);
    }
}
