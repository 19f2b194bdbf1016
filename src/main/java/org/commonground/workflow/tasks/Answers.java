package org.commonground.workflow.tasks;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;

/**
 * Reads what a form submitted into the record that says what it may submit. Everything that is wrong is told at once,
 * by field: what is no field of the form, what is not what the field asks for, and what the record's own rules say.
 */
final class Answers {

    private Answers() {}

    /**
     * @param submitted plain Java: text, numbers, booleans, lists and null
     * @throws Refusal with one message per field
     */
    static <R extends Record> R read(Class<R> type, Map<String, Object> submitted) {
        Map<String, String> wrong = new LinkedHashMap<>();
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(components, submitted, wrong);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, submitted.get(component.getName()), wrong))
                .toArray();
        R answer = made(type, components, values, wrong);
        refuseInvalid(answer, wrong);
        return answer;
    }

    private static void refuseUnknown(
            RecordComponent[] components, Map<String, Object> submitted, Map<String, String> wrong) {
        for (String key : submitted.keySet()) {
            if (Arrays.stream(components)
                    .noneMatch(component -> component.getName().equals(key))) {
                wrong.put(key, "is not a question of this form");
            }
        }
    }

    private static Object value(RecordComponent component, Object submitted, Map<String, String> wrong) {
        Field field = Field.of(component);
        try {
            return field.read(submitted);
        } catch (Field.Unreadable unreadable) {
            wrong.put(component.getName(), unreadable.getMessage());
            return field.nothing();
        }
    }

    private static <R extends Record> R made(
            Class<R> type, RecordComponent[] components, Object[] values, Map<String, String> wrong) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (!wrong.isEmpty()) {
                throw Refusal.invalid(wrong);
            }
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(type.getName() + " cannot be made from an answer");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made from an answer", e);
        }
    }

    private static void refuseInvalid(Record answer, Map<String, String> wrong) {
        try {
            Commands.require(answer);
        } catch (Refusal refusal) {
            refusal.fields().forEach(wrong::putIfAbsent);
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
