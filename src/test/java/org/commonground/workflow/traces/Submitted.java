package org.commonground.workflow.traces;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonground.platform.personal.Personal;

/** What a form posts for an answer: text, numbers, truths and lists by field; an unanswered field is null. */
final class Submitted {

    private Submitted() {}

    static Map<String, Object> of(Record answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : answer.getClass().getRecordComponents()) {
            fields.put(component.getName(), plain(value(answer, component)));
        }
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

    private static Object value(Record answer, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
