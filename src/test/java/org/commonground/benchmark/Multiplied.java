package org.commonground.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.commonground.referral.Reference;
import org.springframework.core.io.ClassPathResource;

/**
 * Makes many neighbourhoods out of one, in SQL, as the database's owner: every row of ours and of the engine that belongs
 * to people, groups, referrals and their processes is inserted again for each copy, with ids, references and user names
 * of its own and times that have moved. It looks at the tables as they are, so that a table of tomorrow is copied too; a
 * unique value it knows nothing of makes it fail.
 *
 * <p>Names, addresses and keys of people stay as they are, since they are sealed. So that searching stays what it is, the
 * digests by which they are found become others; digests of words of names of
 * people who are referred stay, because many share a name.
 */
final class Multiplied {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Rows that belong to nobody: of the migration, of deployed models, of roles. */
    private static final Map<String, String> ONLY = Map.of(
            "act_ge_bytearray", "deployment_id_ is null",
            "act_ru_authorization", "resource_type_ = 7",
            "act_ru_job", "process_instance_id_ is not null",
            "act_hi_job_log", "process_instance_id_ is not null",
            "act_hi_op_log", "proc_inst_id_ is not null");

    private static final Set<String> NEVER = Set.of(
            "flyway_schema_history", "act_ru_jobdef", "act_ru_filter", "act_ru_meter_log", "act_ru_task_meter_log");

    private static final String NAMESAKES =
            "case when n % 25 = 0 then x else sha256(x || convert_to(n::text, 'UTF8')) end";

    /** What is not copied by its type alone; {@code x} is the column, {@code n} the number of the copy. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("account.username", "x || '.' || n"),
            Map.entry("practice.ods_code", "x || 'X' || n"),
            Map.entry("neighbourhood.name", "x || ' ' || n"),
            Map.entry("team.name", "x || ' ' || n"),
            Map.entry("community_group.name", "x || ' ' || n"),
            // one neighbourhood in 25 is next to the first one: its groups are as near as the first one's own
            Map.entry("community_group.district", "case when n % 25 = 0 then x else 'EX' || (n % 25 + 10) end"),
            Map.entry(
                    "person_index.digest",
                    "case when kind = 'name-word' then x else sha256(x || convert_to(n::text, 'UTF8')) end"),
            // one neighbourhood in 25 has people of the same names on its staff and in its groups
            Map.entry("account_name.digest", NAMESAKES),
            Map.entry("organiser_name.digest", NAMESAKES),
            Map.entry("referral_receipt.digest", "sha256(x || convert_to(n::text, 'UTF8'))"),
            Map.entry(
                    "act_ru_variable.long_",
                    "case when type_ = 'date' then (extract(epoch from benchmark.moved(to_timestamp(x / 1000.0), n, :now)) * 1000)::bigint else x end"),
            Map.entry(
                    "act_ge_bytearray.bytes_",
                    "convert_to((select coalesce(json_agg(benchmark.told(i, n)), '[]')::text from json_array_elements_text(convert_from(x, 'UTF8')::json) i), 'UTF8')"));

    private final Connection owner;
    private final String now;
    private long rows;

    private Multiplied(Connection owner) {
        this.owner = owner;
        this.now = "timestamptz '" + Instant.now() + "'";
    }

    /**
     * Adds so many copies of everything there is.
     *
     * @return how many rows were added
     */
    static long times(int copies, DatabaseAccess access) throws SQLException, IOException {
        try (Connection owner = Migration.connectAsOwner(access);
                Statement sql = owner.createStatement()) {
            Multiplied multiplied = new Multiplied(owner);
            sql.execute("set synchronous_commit = off");
            sql.execute("set search_path = app, engine");
            sql.execute(new ClassPathResource("benchmark/functions.sql").getContentAsString(StandardCharsets.UTF_8));
            multiplied.makeReferences(copies);
            sql.execute("analyze benchmark.reference");
            for (String table : multiplied.tables()) {
                multiplied.copy(table, copies);
            }
            sql.execute("drop schema benchmark cascade");
            sql.execute("vacuum analyze");
            return multiplied.rows;
        }
    }

    private void makeReferences(int copies) throws SQLException {
        Set<String> used = new HashSet<>(strings("select reference from referral"));
        List<String> known = List.copyOf(used);
        try (PreparedStatement sql = owner.prepareStatement("insert into benchmark.reference values (?, ?, ?)")) {
            for (int copy = 1; copy <= copies; copy++) {
                for (String reference : known) {
                    String fresh;
                    do {
                        fresh = Reference.random().text();
                    } while (!used.add(fresh));
                    sql.setString(1, reference);
                    sql.setInt(2, copy);
                    sql.setString(3, fresh);
                    sql.addBatch();
                }
                sql.executeBatch();
            }
        }
    }

    /** Whoever is referred to comes before whoever refers. */
    private List<String> tables() throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (String table : strings("""
                select table_name from information_schema.tables
                where table_type = 'BASE TABLE'
                  and (table_schema = 'app'
                       or table_schema = 'engine' and (table_name ~ '^act_(ru|hi)_' or table_name = 'act_ge_bytearray'))
                order by 1""")) {
            if (!NEVER.contains(table)) {
                needs.put(table, new HashSet<>());
            }
        }
        for (String pair : strings("""
                select conrelid::regclass::text || '>' || confrelid::regclass::text from pg_constraint
                where contype = 'f' and conrelid <> confrelid""")) {
            String[] names = pair.split(">");
            if (needs.containsKey(names[0]) && needs.containsKey(names[1])) {
                needs.get(names[0]).add(names[1]);
            }
        }
        List<String> ordered = new ArrayList<>();
        while (!needs.isEmpty()) {
            List<String> free = needs.entrySet().stream()
                    .filter(entry -> ordered.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + needs);
            }
            ordered.addAll(free);
            needs.keySet().removeAll(free);
        }
        return ordered;
    }

    private record Column(String name, String type) {}

    private void copy(String table, int copies) throws SQLException {
        String which = ONLY.getOrDefault(table, "true");
        List<Column> columns = columns(table);
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(value(table, column, which));
        }
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        try (Statement sql = owner.createStatement()) {
            rows += sql.executeUpdate(
                    "insert into %s (%s) select %s from %s cross join generate_series(1, %d) n where %s"
                            .formatted(table, names, String.join(", ", values), table, copies, which));
        }
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement sql = owner.prepareStatement("""
                select column_name, data_type from information_schema.columns
                where table_name = ? and table_schema in ('app', 'engine') and is_generated = 'NEVER'
                order by ordinal_position""")) {
            sql.setString(1, table);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getString(2)));
                }
            }
        }
        return columns;
    }

    private String value(String table, Column column, String which) throws SQLException {
        String name = column.name();
        String special = SPECIAL.get(table + "." + name);
        if (special != null) {
            return special.replaceAll("\\bx\\b", name).replace(":now", now);
        }
        return switch (column.type()) {
            case "uuid" -> "benchmark.other(%s, n)".formatted(name);
            case "timestamp with time zone", "timestamp without time zone", "date" ->
                "benchmark.moved(%s, n, %s)".formatted(name, now);
            case "text", "character varying" -> text(table, name, which);
            default -> name;
        };
    }

    /** Ids of models and deployments are everybody's. */
    private String text(String table, String name, String which) throws SQLException {
        if (name.contains("def_id_") || name.equals("deployment_id_")) {
            return name;
        }
        String in = " from %s where %s and %s ~ ".formatted(table, which, name);
        if (!strings("select 1" + in + "'" + ID + ".' limit 1").isEmpty()) {
            throw new IllegalStateException("Ids in the midst of words would not become others: " + table + "." + name);
        }
        if (strings("select 1 from %s where %s and %s !~ '^%s$' limit 1".formatted(table, which, name, ID))
                .isEmpty()) {
            return "benchmark.other(%s::uuid, n)::text".formatted(name);
        }
        return strings("select 1" + in + "'(" + ID + "|CG-[0-9A-Z]{4}-[0-9A-Z]{2})$' limit 1")
                        .isEmpty()
                ? name
                : "benchmark.told(%s, n)".formatted(name);
    }

    private List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
