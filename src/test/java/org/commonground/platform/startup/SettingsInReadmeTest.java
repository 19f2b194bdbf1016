package org.commonground.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The README's table of settings and the code say the same: every setting of ours, its default, and its unit. */
class SettingsInReadmeTest {

    /** A setting that is read by its name: in a placeholder, a condition or from the environment. */
    private static final Pattern BY_NAME = Pattern.compile("[\"{](commonground\\.[a-z.-]+)(?::([^}\"]*)\\}|[\"}])");

    /** Names of ours that are metrics: they are made by a builder. */
    private static final Pattern METRIC = Pattern.compile("Gauge\\.builder\\(\"[^\"]+\"");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> prefixes = new ArrayList<>();
    private final Map<String, String[]> rows = new TreeMap<>();

    SettingsInReadmeTest() throws IOException {
        readRecords();
        readNames();
        readTable();
    }

    @Test
    void everySettingIsInTheTableAndNothingElse() {
        assertThat(rows.keySet()).isEqualTo(new TreeSet<>(settings.keySet()));
    }

    @Test
    void defaultsAreThoseOfTheCode() {
        settings.forEach((name, value) -> {
            if (!value.isEmpty()) {
                assertThat(rows.get(name)[0]).as("default of " + name).isEqualTo(value);
            }
        });
    }

    @Test
    void everySettingSaysWhatItIsAndNumbersSayOfWhat() {
        rows.forEach((name, row) -> assertThat(row[1]).as("meaning of " + name).isNotBlank());
        rows.forEach((name, row) -> {
            if (row[0].matches("\\d+") && row[0].length() < 6) {
                assertThat(row[1])
                        .as("unit of " + name)
                        .containsPattern("days|weeks|years|attempts|groups|passwords|mails|port|list|rows|characters");
            }
        });
    }

    /** Records of settings, whose components are settings; a component's default stands beside it. */
    private void readRecords() {
        ClassPathScanningCandidateComponentProvider found = new ClassPathScanningCandidateComponentProvider(false);
        found.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition bean : found.findCandidateComponents("org.commonground")) {
            Class<?> type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            prefixes.add(variable(prefix));
            for (Parameter setting : type.getDeclaredConstructors()[0].getParameters()) {
                String name = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
                String[] value = Optional.ofNullable(setting.getAnnotation(DefaultValue.class))
                        .map(DefaultValue::value)
                        .orElse(new String[0]);
                assertThat(setting.getType() != Duration.class || value[0].matches(".*[a-z]"))
                        .as("a duration has a unit: " + name)
                        .isTrue();
                settings.put(variable(prefix + "." + name), String.join(",", value));
            }
        }
    }

    private void readNames() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = METRIC.matcher(Files.readString(source)).replaceAll("");
                BY_NAME.matcher(text)
                        .results()
                        .filter(name -> !prefixes.contains(variable(name.group(1))))
                        .forEach(this::keep);
            }
        }
    }

    private void keep(MatchResult name) {
        String value = Optional.ofNullable(name.group(2)).orElse("");
        settings.merge(variable(name.group(1)), value, (first, later) -> first.isEmpty() ? later : first);
    }

    /** Our rows by variable: default and meaning. A name that begins with … has the first one's beginning. */
    private void readTable() throws IOException {
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("| `COMMONGROUND_")) {
                String[] cells = line.split(" *\\| *");
                List<String> names = codes(cells[1]);
                List<String> values = cells[2].contains("`") ? codes(cells[2]) : Arrays.asList(cells[2].split(", "));
                for (int i = 0; i < names.size(); i++) {
                    String value = i < values.size() ? values.get(i) : cells[2];
                    rows.put(whole(names.get(i), names.get(0)), new String[] {value, cells[3]});
                }
            }
        }
    }

    private String whole(String name, String first) {
        String start = prefixes.stream()
                .filter(prefix -> first.startsWith(prefix + "_"))
                .reduce("", (one, other) -> one.length() > other.length() ? one : other);
        return name.replace("…", start);
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    private static String variable(String name) {
        return name.toUpperCase().replace('.', '_').replace('-', '_');
    }
}
