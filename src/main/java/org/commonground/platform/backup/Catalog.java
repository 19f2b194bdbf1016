package org.commonground.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonground.platform.backup.Manifest.SequenceState;

/** What our two schemas consist of, as one connection sees it. */
final class Catalog {

    /** Flyway's own table is not data: the migrations write it anew. */
    private static final String TABLES = """
            select tables.oid::bigint, quote_ident(nspname) || '.' || quote_ident(relname)
            from pg_class tables
            join pg_namespace on pg_namespace.oid = relnamespace
            where nspname in ('app', 'engine') and relkind in ('r', 'p') and not relispartition
              and relname <> 'flyway_schema_history'
            order by (quote_ident(nspname) || '.' || quote_ident(relname)) collate "C\"""";

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /**
     * A table of ours.
     *
     * @param name schema and name, quoted where SQL needs it
     * @param columns those that hold something of their own, in their order
     * @param key the primary key's columns, by which rows are put in order; empty where there is none
     */
    record Table(String name, List<String> columns, List<String> key) {

        String columnList() {
            return String.join(", ", columns);
        }
    }

    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (List<String> row : rows(TABLES)) {
            String oid = row.get(0);
            List<String> columns = column("""
                    select quote_ident(attname) from pg_attribute
                    where attrelid = %s and attnum > 0 and not attisdropped and attgenerated = ''
                    order by attnum""".formatted(oid));
            List<String> key = column("""
                    select quote_ident(attname)
                    from pg_index
                    cross join unnest(indkey) with ordinality as part (number, place)
                    join pg_attribute on attrelid = indrelid and attnum = part.number
                    where indrelid = %s and indisprimary
                    order by place""".formatted(oid));
            tables.add(new Table(row.get(1), columns, key));
        }
        return tables;
    }

    Map<String, SequenceState> sequences() throws SQLException {
        Map<String, SequenceState> sequences = new TreeMap<>();
        for (String name : column("""
                select quote_ident(nspname) || '.' || quote_ident(relname)
                from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                where nspname in ('app', 'engine') and relkind = 'S'""")) {
            List<String> row = rows("select last_value, is_called from " + name).get(0);
            sequences.put(
                    name,
                    new SequenceState(Long.parseLong(row.get(0)), row.get(1).equals("t")));
        }
        return sequences;
    }

    /** References between tables that are checked at each statement: the table's name and the constraint's. */
    List<List<String>> immediateReferences() throws SQLException {
        return rows("""
                select conrelid::regclass::text, quote_ident(conname)
                from pg_constraint
                join pg_namespace on pg_namespace.oid = connamespace
                where nspname in ('app', 'engine') and contype = 'f' and not condeferrable and conparentid = 0
                order by 1, 2""");
    }

    /** Whether the migrations have ever run here. */
    boolean isMigrated() throws SQLException {
        return rows("select to_regclass('app.flyway_schema_history') is not null")
                .get(0)
                .get(0)
                .equals("t");
    }

    /** Whether there is any table of ours. */
    boolean hasTables() throws SQLException {
        return isMigrated() || !tables().isEmpty();
    }

    /** The newest migration. */
    String migration() throws SQLException {
        return column("""
                select version from app.flyway_schema_history
                where success and version is not null
                order by installed_rank desc limit 1""").get(0);
    }

    String engine() throws SQLException {
        return column("""
                select version_ from engine.act_ge_schema_log order by timestamp_ desc, id_::numeric desc limit 1""").get(0);
    }

    /** Whether the application has run here: it deploys its models and makes an administrator before anything else. */
    boolean isUsed() throws SQLException {
        return rows("""
                select exists (select from engine.act_re_deployment) or exists (select from app.account)
                    or exists (select from app.event)""").get(0).get(0).equals("t");
    }

    static String names(List<Table> tables) {
        return tables.stream().map(Table::name).collect(Collectors.joining(", "));
    }

    private List<String> column(String query) throws SQLException {
        return rows(query).stream().map(row -> row.get(0)).toList();
    }

    private List<List<String>> rows(String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
