package org.commonground.privacy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.platform.persistence.Migration;
import org.commonground.platform.personal.Keyring;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/**
 * Looks for what a database keeps sealed where it must not stand in plain: in any table, and in the bytes of any file.
 * It opens every sealed value there is, so that a column of tomorrow is looked for too; of a long text it looks for every
 * four words that follow each other.
 */
public final class PlainText {

    /** A shorter word says nothing, and is found by chance in a hundred megabytes. */
    private static final int SHORTEST = 6;

    private static final int WORDS = 4;
    private static final byte SEALED = 1;
    /** A version, a nonce and a tag. */
    private static final int SHORTEST_SEALED = 1 + 12 + 16;

    private static final byte[] NO_ASSOCIATED_DATA = {};

    /** What anybody may read: names of the service, its groups, teams and practices, what groups do, models and forms. */
    private static final List<String> PUBLIC = List.of(
            "select concat_ws(' ', name, phone, hours, reply_to) from app.neighbourhood",
            "select name from app.team",
            "select concat_ws(' ', name, ods_code) from app.practice",
            "select concat_ws(' ', name, does, cost, travel, district, languages::text) from app.community_group",
            "select convert_from(bytes_, 'UTF8') from engine.act_ge_bytearray where deployment_id_ is not null");

    private static final Set<String> LANGUAGES = Stream.of(Locale.getISOLanguages())
            .map(code -> new Locale(code).getDisplayLanguage(Locale.ENGLISH))
            .collect(Collectors.toSet());

    private final Map<Long, List<byte[]>> needles = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << 22);
    private final Set<String> texts = new LinkedHashSet<>();
    private final String open;
    private final BitSet openBeginnings = new BitSet(1 << 22);

    private PlainText(String open) {
        this.open = open;
        byte[] bytes = bytes(open);
        for (int i = 0; i + SHORTEST <= bytes.length; i++) {
            openBeginnings.set(place(beginning(bytes, i)));
        }
    }

    /** Everything that is sealed in this database. */
    public static PlainText sealedIn(DatabaseAccess database, Keyring keys)
            throws SQLException, GeneralSecurityException {
        try (Connection owner = Migration.connectAsOwner(database)) {
            PlainText plain = new PlainText(String.join("\n", column(owner, String.join(" union all ", PUBLIC))));
            opened(owner, keys).forEach(plain::add);
            return plain;
        }
    }

    /** And every text of the demo's stories and groups that nobody but those concerned may read, sealed or not. */
    public PlainText andOfTheDemo() throws IOException {
        for (String file : List.of("answers", "groups", "stories/elmbrook", "stories/thistlewick")) {
            try (InputStream yaml = new ClassPathResource("demo/" + file + ".yml").getInputStream()) {
                addAll(new Yaml().load(yaml));
            }
        }
        return this;
    }

    private void addAll(Object part) {
        if (part instanceof Map<?, ?> map) {
            map.values().forEach(this::addAll);
        } else if (part instanceof Collection<?> list) {
            list.forEach(this::addAll);
        } else if (part instanceof String text) {
            add(text);
        }
    }

    /** How many different texts are looked for. */
    public int size() {
        return texts.size();
    }

    private void add(String value) {
        String text = value.strip();
        boolean word = text.matches("[a-z0-9:-]*") && !text.matches("19\\d\\d-\\d\\d-\\d\\d");
        if (word || LANGUAGES.contains(text) || text.length() < SHORTEST || isOpen(text)) {
            return;
        }
        List<String> parts = new ArrayList<>(List.of(text));
        String[] words = text.split("\\s+");
        for (int i = 0; i + WORDS <= words.length; i++) {
            parts.add(String.join(" ", Arrays.copyOfRange(words, i, i + WORDS)));
        }
        parts.stream().filter(part -> !isOpen(part) && texts.add(part)).forEach(part -> {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            long beginning = beginning(bytes, 0);
            needles.computeIfAbsent(beginning, any -> new ArrayList<>()).add(bytes);
            beginnings.set(place(beginning));
        });
    }

    private boolean isOpen(String text) {
        return openBeginnings.get(place(beginning(bytes(text), 0))) && open.contains(text);
    }

    /** Where one of the texts stands in a table of ours or of the engine's, also where the file has it compressed. */
    public Set<String> inTables(DatabaseAccess database) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection owner = Migration.connectAsOwner(database);
                Statement sql = owner.createStatement()) {
            for (String table : tables(owner)) {
                try (ResultSet row = sql.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            byte[] bytes = row.getMetaData().getColumnType(i) == Types.BINARY
                                    ? row.getBytes(i)
                                    : bytes(row.getString(i));
                            if (bytes != null) {
                                look(bytes, table + "." + row.getMetaData().getColumnName(i), found);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Where one of the texts stands in a file below the folder. */
    public Set<String> inFiles(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                look(name.endsWith(".log") ? withoutMiddlesOfWords(bytes) : bytes, name, found);
            }
        }
        return found;
    }

    /** Somebody is called Template, and a stack trace names a JdbcTemplate. */
    private static byte[] withoutMiddlesOfWords(byte[] log) {
        String text = new String(log, StandardCharsets.UTF_8);
        return bytes(text.replaceAll("(?<=[a-z])[A-Z][A-Za-z]*", ""));
    }

    private void look(byte[] bytes, String where, Set<String> found) {
        for (int i = 0; i + SHORTEST <= bytes.length; i++) {
            long beginning = beginning(bytes, i);
            if (beginnings.get(place(beginning))) {
                for (byte[] needle : needles.getOrDefault(beginning, List.of())) {
                    if (i + needle.length <= bytes.length
                            && Arrays.equals(bytes, i, i + needle.length, needle, 0, needle.length)) {
                        found.add(where + ": " + new String(needle, StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private static long beginning(byte[] bytes, int from) {
        long beginning = 0;
        for (int i = from; i < from + SHORTEST; i++) {
            beginning = beginning << 8 | bytes[i] & 0xff;
        }
        return beginning;
    }

    private static int place(long beginning) {
        return (int) ((beginning * 0x9E3779B97F4A7C15L) >>> 42);
    }

    private static List<String> opened(Connection owner, Keyring keys) throws SQLException, GeneralSecurityException {
        Map<String, AesGcmJce> ciphers = new LinkedHashMap<>();
        try (Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery("select subject_id, wrapped from app.subject_key")) {
            while (row.next()) {
                ciphers.put(row.getString(1), new AesGcmJce(keys.unwrap(row.getBytes(2))));
            }
        }
        List<String> opened = new ArrayList<>();
        // whose key it is, ids in the row tell: its own, or one that stood in a row before it
        Map<String, AesGcmJce> known = new HashMap<>(ciphers);
        for (String table : tables(owner)) {
            try (Statement sql = owner.createStatement();
                    ResultSet row = sql.executeQuery("select * from " + table)) {
                while (table.startsWith("app.") && row.next()) {
                    open(row, known, ciphers.values(), opened);
                }
            }
        }
        return opened;
    }

    private static void open(
            ResultSet row, Map<String, AesGcmJce> known, Collection<AesGcmJce> all, List<String> opened)
            throws SQLException {
        List<String> ids = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String type = row.getMetaData().getColumnTypeName(i);
            if (type.equals("uuid") && row.getString(i) != null) {
                ids.add(row.getString(i));
            } else if (type.equals("bytea") && isSealed(row.getBytes(i))) {
                values.add(row.getBytes(i));
            }
        }
        Set<AesGcmJce> tried = new LinkedHashSet<>();
        ids.stream().filter(known::containsKey).map(known::get).forEach(tried::add);
        tried.addAll(all);
        for (byte[] value : values) {
            for (AesGcmJce cipher : tried) {
                try {
                    opened.add(new String(
                            cipher.decrypt(Arrays.copyOfRange(value, 1, value.length), NO_ASSOCIATED_DATA),
                            StandardCharsets.UTF_8));
                    ids.forEach(id -> known.putIfAbsent(id, cipher));
                    break;
                } catch (GeneralSecurityException another) {
                    // the next one
                }
            }
        }
    }

    private static boolean isSealed(byte[] bytes) {
        return bytes != null && bytes.length > SHORTEST_SEALED && bytes[0] == SEALED;
    }

    private static List<String> tables(Connection owner) throws SQLException {
        return column(owner, """
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                where table_schema in ('app', 'engine') and table_type = 'BASE TABLE' order by 1""");
    }

    private static List<String> column(Connection owner, String query) throws SQLException {
        List<String> column = new ArrayList<>();
        try (Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                column.add(row.getString(1));
            }
        }
        return column;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
