package org.commonground.workflow.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What people read next to a field, so that a refusal can name the field as they know it. */
@Component
class FormLabels {

    /** The star of a question that needs an answer only now and then. */
    private static final Pattern CONDITIONAL = Pattern.compile("\\{\\{.*?}}");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, String>> labels = new ConcurrentHashMap<>();

    /** The field's label; its key where the form gives it none. */
    String of(String task, String key) {
        return labels.computeIfAbsent(task, this::read).getOrDefault(key, key);
    }

    /** The same, by the form's keys in the order in which it asks; what it does not ask for comes last. */
    Map<String, String> inOrder(String task, Map<String, String> byKey) {
        Map<String, String> ordered = new LinkedHashMap<>();
        labels.computeIfAbsent(task, this::read).keySet().stream()
                .filter(byKey::containsKey)
                .forEach(key -> ordered.put(key, byKey.get(key)));
        byKey.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private Map<String, String> read(String task) {
        ClassPathResource form = new ClassPathResource("forms/" + task + ".form");
        if (!form.exists()) {
            return Map.of();
        }
        try (InputStream content = form.getInputStream()) {
            Map<String, String> found = new LinkedHashMap<>();
            collect(json.readTree(content), found);
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("The form " + task + " cannot be read", e);
        }
    }

    private static void collect(JsonNode component, Map<String, String> found) {
        JsonNode key = component.path("key");
        String label =
                component.path("label").asText(component.path("dateLabel").asText(""));
        if (key.isTextual() && !label.isBlank()) {
            found.put(key.asText(), CONDITIONAL.matcher(label).replaceAll(""));
        }
        component.path("components").forEach(inner -> collect(inner, found));
    }
}
