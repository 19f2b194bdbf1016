package org.commonground.workflow.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as it stands in its file, to hold it against the code. */
record FormFile(JsonNode schema) {

    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    static FormFile of(String task) {
        try (InputStream file = FormFile.class.getResourceAsStream("/forms/" + task + ".form")) {
            return new FormFile(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields that are submitted, by key. */
    Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        components(schema).stream()
                .filter(component -> component.has("key"))
                .forEach(component -> fields.put(component.get("key").asText(), component));
        return fields;
    }

    /** A field's choices: label by value. */
    Map<String, String> choices(String field) {
        Map<String, String> choices = new LinkedHashMap<>();
        fields().get(field)
                .get("values")
                .forEach(value -> choices.put(
                        value.get("value").asText(), value.get("label").asText()));
        return choices;
    }

    /** The names of all values that its texts show and its choices come from; the port itself adds which task it is. */
    Set<String> shown() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = SHOWN.matcher(schema.toString());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        schema.findValuesAsText("valuesKey").forEach(names::add);
        names.remove("task");
        return names;
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }
}
