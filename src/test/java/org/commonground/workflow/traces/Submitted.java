package org.commonground.workflow.traces;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonground.platform.personal.Personal;
import org.commonground.testing.Filled;

/** What a form posts for an answer: text, numbers, truths and lists by field; an unanswered field is null. */
final class Submitted {

    private Submitted() {}

    static Map<String, Object> of(Record answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Filled.fieldsOf(answer).forEach((field, value) -> fields.put(field, plain(value)));
        return fields;
    }

    private static Object plain(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Submitted::plain).toList();
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase().replace('_', '-');
        }
        return value instanceof Personal personal ? personal.text() : value.toString();
    }
}
