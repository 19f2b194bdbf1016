package org.commonground.workflow.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.Personal;

/** Between the values Tasklist's forms speak in and plain Java: lists, maps and records travel as Json. */
public final class FormValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormValues() {}

    /** What a form submitted, in plain Java. */
    static Map<String, Object> plain(Map<String, Object> submitted) {
        Map<String, Object> values = new HashMap<>();
        for (String key : submitted.keySet()) {
            Object value = submitted instanceof VariableMap typed
                    ? untyped(key, typed.getValueTyped(key))
                    : submitted.get(key);
            values.put(key, value instanceof SpinJsonNode node ? parsed(key, node.toString()) : value);
        }
        return values;
    }

    /** Values for a form to show. */
    public static VariableMap forForm(Map<String, Object> values) {
        VariableMap shown = Variables.createVariables();
        values.forEach((key, value) -> shown.putValueTyped(key, typed(simple(value))));
        return shown;
    }

    private static Object untyped(String key, TypedValue value) {
        if (value instanceof FileValue) {
            throw refused(key);
        }
        if (value instanceof SerializableValue serializable && !serializable.isDeserialized()) {
            String text = serializable.getValueSerialized();
            return text == null ? null : parsed(key, text);
        }
        return value == null ? null : value.getValue();
    }

    private static Object parsed(String key, String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw refused(key);
        }
    }

    private static TaskRefused refused(String key) {
        return new TaskRefused(TaskRefused.Why.WRONG_ANSWER, key + ": cannot be read");
    }

    private static TypedValue typed(Object simple) {
        if (simple instanceof String text) {
            return Variables.stringValue(text);
        }
        if (simple instanceof Boolean truth) {
            return Variables.booleanValue(truth);
        }
        if (simple instanceof Integer whole) {
            return Variables.integerValue(whole);
        }
        if (simple instanceof Number number) {
            return Variables.doubleValue(number.doubleValue());
        }
        return simple == null ? Variables.untypedNullValue() : json(simple);
    }

    private static TypedValue json(Object simple) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(simple)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form's value cannot be written as Json", e);
        }
    }

    /** Only text, numbers, booleans, lists and maps are left: what Json knows. */
    private static Object simple(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Personal personal) {
            return personal.text();
        }
        if (value instanceof Enum<?> word) {
            return Worded.wordOf(word);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(FormValues::simple).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> simple = new LinkedHashMap<>();
            map.forEach((key, inner) -> simple.put(key.toString(), simple(inner)));
            return simple;
        }
        if (value instanceof Temporal
                || value instanceof UUID
                || !value.getClass().isRecord()
                || isId(value)) {
            return value.toString();
        }
        return components((Record) value);
    }

    private static boolean isId(Object value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        return components.length == 1 && components[0].getType() == UUID.class;
    }

    private static Map<String, Object> components(Record record) {
        Map<String, Object> simple = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                simple.put(component.getName(), simple(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(record.getClass().getName() + " cannot be shown in a form", e);
            }
        }
        return simple;
    }
}
