package org.commonground.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a dump holds; its last entry.
 *
 * @param format how the file is laid out; {@value #FORMAT} so far
 * @param made when the snapshot was taken
 * @param migration the newest migration the database had, such as {@code 120}
 * @param engine the version of the engine whose tables these are, such as {@code 7.24.0}
 * @param sequences by name: the last number and whether it has been given out
 */
record Manifest(
        int format,
        Instant made,
        String migration,
        String engine,
        List<TableCopy> tables,
        Map<String, SequenceState> sequences) {

    static final int FORMAT = 1;

    /**
     * One table's rows.
     *
     * @param table schema and name
     * @param columns in the order in which each row has them
     * @param sha256 of the rows as PostgreSQL's COPY writes them as text, in hexadecimal
     */
    record TableCopy(String table, List<String> columns, long rows, String sha256) {

        /** Where in the file the rows are. */
        String entry() {
            return "tables/" + table + ".copy";
        }
    }

    /** Where a sequence stands. */
    record SequenceState(long last, boolean used) {}
}
