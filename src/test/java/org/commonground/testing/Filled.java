package org.commonground.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.platform.Flat;

/** A form's record with some fields filled in and all others left empty, so that a test says only what matters to it. */
public final class Filled {

    private Filled() {}

    /** @param fields by the record's components, in pairs of name and value */
    public static <R extends Record> R in(Class<R> type, Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            values.put((String) fields[at], fields[at + 1]);
        }
        return make(type, values);
    }

    /** The same answer with some fields changed. */
    public static <R extends Record> R with(R answer, Object... fields) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) answer.getClass();
        Map<String, Object> values = new HashMap<>(fieldsOf(answer));
        for (int at = 0; at < fields.length; at += 2) {
            values.put((String) fields[at], fields[at + 1]);
        }
        return make(type, values);
    }

    /** Every field as it is submitted, those of flat records beside the answer's own. */
    public static Map<String, Object> fieldsOf(Record answer) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : answer.getClass().getRecordComponents()) {
            Object value = value(answer, component);
            if (Flat.Fields.isFlat(component)) {
                values.putAll(fieldsOf((Record) value));
            } else {
                values.put(component.getName(), value);
            }
        }
        return values;
    }

    private static Object value(Record answer, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R extends Record> R make(Class<R> type, Map<String, Object> values) {
        Set<String> names = Flat.Fields.of(type).map(RecordComponent::getName).collect(Collectors.toSet());
        if (!names.containsAll(values.keySet())) {
            throw new IllegalArgumentException(type + " has not all of " + values.keySet());
        }
        return type.cast(made(type, values));
    }

    private static Object made(Class<?> type, Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> Flat.Fields.isFlat(component)
                            ? made(component.getType(), values)
                            : values.get(component.getName()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
