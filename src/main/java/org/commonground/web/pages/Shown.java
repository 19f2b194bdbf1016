package org.commonground.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.platform.submitted.Wording;

/**
 * What is wrong, as a page shows it. Everything stands at the top: what is about a field as a link to it, in the order
 * of the page; what is about no field, or about one that the page does not ask for, in its own words.
 *
 * @param byField field to message, for beside the field
 */
public record Shown(List<Line> lines, Map<String, String> byField) {

    /** @param field where a message leads; null for nowhere */
    public record Line(String field, String words) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** What stands beside a field; null for nothing. */
    public String at(String field) {
        return byField.get(field);
    }

    static Shown of(Filled filled, List<FormField> fields) {
        Map<String, String> wrong = new LinkedHashMap<>(filled.byField());
        Map<String, String> byField = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        if (filled.words() != null) {
            lines.add(new Line(null, filled.words()));
        }
        for (FormField field : fields) {
            String words = field.isAsked() ? wrong.remove(field.name()) : null;
            if (words != null) {
                String message = about(field.label(), words);
                byField.put(field.name(), message);
                lines.add(new Line(field.name(), message));
            }
        }
        wrong.values().stream().distinct().forEach(words -> lines.add(new Line(null, words)));
        return new Shown(List.copyOf(lines), byField);
    }

    /** A message that does not say itself what it is about comes after the question; a question ends by itself. */
    private static String about(String label, String message) {
        if (!Wording.fitsAnyQuestion(message)) {
            return message;
        }
        return label.endsWith("?") ? label + " " + message : label + ": " + message;
    }
}
