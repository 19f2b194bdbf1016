package org.commonground.web.setup;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    static String of(Line line, String column) {
        return blankToNull(line.cells().get(column));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The values of a cell that holds several, with semicolons. */
    static List<String> parts(String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }
}
