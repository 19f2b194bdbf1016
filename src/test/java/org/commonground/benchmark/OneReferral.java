package org.commonground.benchmark;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/**
 * What one referral costs the database, from the practice's message to closed.
 *
 * @param statements calls of the driver that execute something, a batch being one
 * @param commits transactions that executed anything, those that only read among them
 * @param log bytes of the write-ahead log without images of whole pages
 */
record OneReferral(long statements, long inserted, long updated, long deleted, long commits, long log) {

    static final String KEPT = "benchmark/one-referral.properties";
    /** How much more is no more than chance, or a change too small to be told of. */
    private static final double MORE = 1.10;
    /** The log holds pages that split and paths that differ: it is less exact. */
    private static final double MORE_LOG = 1.25;

    /** The figures that are kept in the repository. */
    static OneReferral kept() throws IOException {
        Properties figures = new Properties();
        try (Reader file =
                new InputStreamReader(new ClassPathResource(KEPT).getInputStream(), StandardCharsets.UTF_8)) {
            figures.load(file);
        }
        return new OneReferral(
                figure(figures, "statements"),
                figure(figures, "rows.inserted"),
                figure(figures, "rows.updated"),
                figure(figures, "rows.deleted"),
                figure(figures, "commits"),
                figure(figures, "log.bytes"));
    }

    private static long figure(Properties figures, String name) {
        String value = figures.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(KEPT + " lacks " + name);
        }
        return Long.parseLong(value.strip());
    }

    long rows() {
        return inserted + updated + deleted;
    }

    /** In words, each figure that is higher than the kept one allows. */
    List<String> above(OneReferral kept) {
        List<String> above = new ArrayList<>();
        above(above, "statements", statements, kept.statements, MORE);
        above(above, "rows", rows(), kept.rows(), MORE);
        above(above, "commits", commits, kept.commits, MORE);
        above(above, "log.bytes", log, kept.log, MORE_LOG);
        return above;
    }

    private static void above(List<String> above, String what, long now, long kept, double more) {
        if (now > kept * more) {
            above.add("%s: %,d, kept %,d, allowed %,.0f".formatted(what, now, kept, kept * more));
        }
    }

    /** By the names they have in the file. */
    Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("statements", statements);
        figures.put("rows.inserted", inserted);
        figures.put("rows.updated", updated);
        figures.put("rows.deleted", deleted);
        figures.put("commits", commits);
        figures.put("log.bytes", log);
        return figures;
    }
}
