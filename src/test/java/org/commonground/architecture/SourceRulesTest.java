package org.commonground.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources tell: folders that a reader can take in, and whose a table is. */
class SourceRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** More is a book without chapters. */
    private static final int MOST_FILES = 45;

    private static final Pattern CREATED = Pattern.compile("(?im)^create table (\\w+)");
    private static final Pattern USED =
            Pattern.compile("\\b(?:from|join|into|update|table|using)\\s+(?:only\\s+)?([a-z][a-z_]+)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);

    @Test
    void no_folder_holds_more_files_than_a_reader_can_take_in() {
        Map<Path, Long> files =
                sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files)
                .allSatisfy((folder, count) ->
                        assertThat(count).as(folder + " wants chapters").isLessThanOrEqualTo(MOST_FILES));
    }

    /** A table is that of the room whose migration creates it; nobody else's SQL names it. */
    @Test
    void a_room_touches_no_table_of_another() {
        Map<String, String> owners = owners();
        assertThat(owners).containsEntry("placement", "placement").containsEntry("person", "person");
        Map<String, TreeSet<String>> foreign = new TreeMap<>();
        for (Path source : sources()) {
            String room = Rooms.roomOf(packageOf(source) + ".");
            for (String table : tables(read(source))) {
                String owner = owners.get(table);
                if (owner != null && !owner.equals(room)) {
                    foreign.computeIfAbsent(source.getFileName().toString(), file -> new TreeSet<>())
                            .add(owner + "'s " + table);
                }
            }
        }
        assertThat(foreign).as("ask the room that keeps it").isEmpty();
    }

    @Test
    void every_room_and_chapter_says_in_two_sentences_what_it_is() {
        List<String> silent = new ArrayList<>();
        Rooms.ORDER.forEach(room -> {
            silent.add(room);
            Rooms.CHAPTERS.getOrDefault(room, List.of()).forEach(chapter -> silent.add(room + "/" + chapter));
        });
        silent.removeIf(place -> sourceRoots()
                .anyMatch(root -> Files.exists(
                        root.resolve("org/commonground").resolve(place).resolve("package-info.java"))));
        assertThat(silent).isEmpty();
    }

    /** Whoever reads a name in an import, a log or a talk knows which is meant. */
    @Test
    void one_simple_name_means_one_thing() {
        Map<String, Long> names = sourceRoots()
                .flatMap(root -> files(root, ".java").stream())
                .map(source -> source.getFileName().toString())
                .filter(name -> !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(names).allSatisfy((name, times) -> assertThat(times).as(name).isEqualTo(1));
    }

    /** A second way would differ one day: in a language whose small i has a dot, for one. */
    @Test
    void one_way_leads_from_an_enum_to_its_word() {
        assertThat(sources())
                .filteredOn(source -> read(source).contains("replace('_', '-')"))
                .extracting(source -> source.getFileName().toString())
                .containsExactlyInAnyOrder("Worded.java", "FailureCode.java");
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        files(MIGRATIONS, ".sql").forEach(migration -> {
            String room = migration.getFileName().toString().replaceAll("^V\\d+__(\\w+)\\.sql$", "$1");
            Matcher created = CREATED.matcher(read(migration));
            while (created.find()) {
                owners.put(created.group(1), room);
            }
        });
        return owners;
    }

    private static TreeSet<String> tables(String source) {
        TreeSet<String> tables = new TreeSet<>();
        Matcher text = TEXT.matcher(source);
        while (text.find()) {
            Matcher used = USED.matcher(text.group());
            while (used.find()) {
                tables.add(used.group(1));
            }
        }
        return tables;
    }

    private static String packageOf(Path source) {
        return SOURCES.relativize(source.getParent()).toString().replace('/', '.');
    }

    private static Stream<Path> sourceRoots() {
        return Stream.of(SOURCES, Path.of("src/demo/java"));
    }

    private static List<Path> sources() {
        return files(SOURCES, ".java");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
