package org.commonground.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
        tables.add("app.outbox");
    }

    int count() {
        return tables.size();
    }

    /** Each table that holds one of the marks, with the mark: {@code engine.act_ru_job: Zq…}. */
    List<String> holding(List<String> marks) {
        List<String> found = new ArrayList<>();
        for (String mark : marks) {
            String text = "%" + mark.toLowerCase(Locale.ROOT) + "%";
            // a bytea column is written in hexadecimal digits when a row becomes text
            String bytes = "%" + HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)) + "%";
            String everywhere = String.join(
                    " union all ",
                    tables.stream()
                            .map(table -> "select '" + table + "' where exists (select 1 from " + table
                                    + " held where lower(held::text) like :text or held::text like :bytes)")
                            .toList());
            jdbc.sql(everywhere)
                    .param("text", text)
                    .param("bytes", bytes)
                    .query(String.class)
                    .list()
                    .forEach(table -> found.add(table + ": " + mark));
        }
        return found;
    }
}
