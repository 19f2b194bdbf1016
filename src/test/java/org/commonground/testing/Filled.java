package org.commonground.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(answer));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        for (int at = 0; at < fields.length; at += 2) {
            values.put((String) fields[at], fields[at + 1]);
        }
        return make(type, values);
    }

    private static <R extends Record> R make(Class<R> type, Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> names =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        if (!names.containsAll(values.keySet())) {
            throw new IllegalArgumentException(type + " has not all of " + values.keySet());
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> values.get(component.getName()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
