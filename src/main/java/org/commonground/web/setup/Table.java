package org.commonground.web.setup;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file as it was read: its lines cell by cell, and all that keeps it from being understood. Every cell is text and
 * nothing but text; what a spreadsheet would take for a formula is kept as it is written.
 *
 * @param lines those that can be understood
 */
record Table(SetupFile file, List<Line> lines, List<Problem> problems) {

    /** Whether there are lines to look at. A line that is wrong in itself is none of them. */
    boolean isRead() {
        return problems.isEmpty() || !lines.isEmpty();
    }

    /** Bytes; a large service's files have a tenth of that. */
    static final int LARGEST = 1_000_000;

    static final int MOST_LINES = 5_000;
    private static final int LONGEST_CELL = 2_000;
    private static final String BOM = "\uFEFF";

    /** @param number where it starts in the file, from 1; the header is line 1 */
    record Line(long number, Map<String, String> cells) {}

    /** @param column null where the whole line or file is meant; then the line is 0 */
    record Problem(SetupFile file, long line, String column, String reason) {}

    static Table read(SetupFile file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return unreadable(file, 0, "The file is larger than 1 megabyte");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read(file, text.startsWith(BOM) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return unreadable(file, 0, "The file is not written in UTF-8. Save it as “CSV UTF-8”");
        }
    }

    private static Table read(SetupFile file, String text) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            return unreadable(
                    file,
                    records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber() + 1,
                    "A quotation mark is opened and not closed, or something follows one that is closed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.isEmpty()) {
            return unreadable(file, 0, "The file is empty");
        }
        if (records.size() > MOST_LINES + 1) {
            return unreadable(file, 0, "The file has more than " + MOST_LINES + " lines");
        }
        return new Reading(file, records).table();
    }

    private static Table unreadable(SetupFile file, long line, String reason) {
        return new Table(file, List.of(), List.of(new Problem(file, line, null, reason)));
    }

    /** Reads the lines under a header. */
    private static final class Reading {

        private final SetupFile file;
        private final List<CsvRecord> records;
        private final List<Problem> problems = new ArrayList<>();

        Reading(SetupFile file, List<CsvRecord> records) {
            this.file = file;
            this.records = records;
        }

        Table table() {
            List<String> header = header();
            if (!problems.isEmpty()) {
                return new Table(file, List.of(), problems);
            }
            List<Line> lines = new ArrayList<>();
            Map<String, Long> seen = new HashMap<>();
            for (CsvRecord record : records.subList(1, records.size())) {
                if (record.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                int problemsBefore = problems.size();
                Line line = line(header, record);
                String key = line.cells().getOrDefault(file.key(), "").toLowerCase(Locale.ROOT);
                Long before = seen.putIfAbsent(key, line.number());
                if (before != null && !key.isEmpty()) {
                    problem(line.number(), file.key(), "The same as in line " + before);
                }
                if (problems.size() == problemsBefore) {
                    lines.add(line);
                }
            }
            return new Table(file, lines, problems);
        }

        private List<String> header() {
            List<String> header = records.get(0).getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            Set<String> seen = new HashSet<>();
            for (String name : header) {
                if (!file.columns().containsKey(name)) {
                    problem(
                            1,
                            null,
                            "There is no column “" + shown(name) + "”; there are "
                                    + String.join(", ", file.columns().keySet()));
                } else if (!seen.add(name)) {
                    problem(1, name, "The column is there twice");
                }
            }
            file.required().stream()
                    .filter(name -> !seen.contains(name))
                    .forEach(name -> problem(1, name, "The column is missing"));
            return header;
        }

        private Line line(List<String> header, CsvRecord record) {
            long number = record.getStartingLineNumber();
            Map<String, String> cells = new LinkedHashMap<>();
            if (record.getFieldCount() != header.size()) {
                problem(
                        number,
                        null,
                        "The line has " + record.getFieldCount() + " cells, the header " + header.size()
                                + ". Text with a comma stands in quotation marks");
            }
            for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
                String cell = record.getField(i).strip();
                if (cell.length() > LONGEST_CELL) {
                    problem(number, header.get(i), "Use at most 2,000 characters");
                } else if (cell.chars()
                        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
                    problem(number, header.get(i), "There is a character that cannot be read");
                }
                cells.put(header.get(i), cell);
            }
            return new Line(number, cells);
        }

        private void problem(long line, String column, String reason) {
            problems.add(new Problem(file, line, column, reason));
        }

        private static String shown(String name) {
            return name.length() > 40 ? name.substring(0, 40) + "…" : name;
        }
    }
}
