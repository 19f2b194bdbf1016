package org.commonground.web.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.submitted.Binder;
import org.commonground.platform.submitted.Submitted;
import org.commonground.web.setup.Table.Line;

/** What is known of something as cells by column, and over it what a file's line says. A blank cell is none. */
final class Cells {

    private Cells() {}

    /** The columns in which what is wanted is not what is known. */
    static List<String> differing(Map<String, String> now, Map<String, String> wanted) {
        return wanted.keySet().stream()
                .filter(column -> !Objects.equals(blankToNull(now.get(column)), blankToNull(wanted.get(column))))
                .toList();
    }

    /** What is known, and over it what the line says; a column that is not there leaves it as it is. */
    static Map<String, String> over(Map<String, String> now, Line line) {
        Map<String, String> wanted = new LinkedHashMap<>(now);
        line.cells().keySet().stream()
                .filter(column -> !column.startsWith("organiser_"))
                .filter(column -> now.isEmpty() || now.containsKey(column))
                .forEach(column -> wanted.put(column, of(line, column)));
        return wanted;
    }

    /**
     * The command that these cells make.
     *
     * @param known its components that are no cells, or name somebody or something that was looked up
     * @param problems what that brought; refused together with all that is wrong with the cells
     */
    static <R extends Record> R command(
            Class<R> type, Map<String, String> wanted, Map<String, ?> known, Problems problems) {
        R command = read(type, wanted, known, problems);
        problems.refuseIfWrong();
        return command;
    }

    /** The same, refused by whoever reads more. */
    static <R extends Record> R read(
            Class<R> type, Map<String, String> wanted, Map<String, ?> known, Problems problems) {
        return Binder.whole(
                type, Submitted.cells(wanted::get).named(Uploads.NAMES).knowing(known), problems);
    }

    static String of(Line line, String column) {
        return blankToNull(line.cells().get(column));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
