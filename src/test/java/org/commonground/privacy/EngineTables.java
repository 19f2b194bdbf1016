package org.commonground.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for marks in every column of every table of the engine, in text as in bytes, and in our event table. */
final class EngineTables {

    private final JdbcClient jdbc;
    private final List<String> tables;

    EngineTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables =
                new ArrayList<>(jdbc.sql("select 'engine.' || tablename from pg_tables where schemaname = 'engine'")
                        .query(String.class)
                        .list());
        tables.add("app.event");
        tables.add("app.message");
        tables.add("app.delivery");
    }

    int count() {
        return tables.size();
    }

    /** The tables that hold one of the marks: {@code engine.act_ru_job}. */
    List<String> holding(Marks marks) {
        String everywhere = String.join(
                " union all ",
                tables.stream()
                        .map(table -> "select '" + table + "' where exists (select 1 from " + table
                                + " held where lower(held::text) like any (string_to_array(:patterns, '|')))")
                        .toList());
        return jdbc.sql(everywhere)
                .param("patterns", String.join("|", patterns(marks)))
                .query(String.class)
                .list();
    }

    /** A bytea column is written in hexadecimal digits when a row becomes text; there a name begins with a capital. */
    private static List<String> patterns(Marks marks) {
        return marks.written().stream()
                .flatMap(mark -> Stream.of(
                        mark, HexFormat.of().formatHex(mark.substring(1).getBytes(StandardCharsets.UTF_8))))
                .map(mark -> "%" + mark + "%")
                .toList();
    }
}
