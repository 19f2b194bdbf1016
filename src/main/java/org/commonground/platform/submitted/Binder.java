package org.commonground.platform.submitted;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.platform.Flat;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;

/**
 * Makes a command record of what was submitted, component by component, and notes everything that cannot be read instead
 * of stopping at the first. What is wrong, unknown or missing is nothing in the record. Messages name fields and say what
 * was expected, never what was given.
 */
public final class Binder {

    private final Problems problems;

    private Binder(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a record; of use only where nothing was wrong.
     *
     * @param problems gains one message for each field that cannot be read, by the names of {@code submitted}
     * @throws Refusal where the record itself cannot be made of what was read, and problems were noted
     */
    public static <R extends Record> R read(Class<R> type, Submitted submitted, Problems problems) {
        return type.cast(new Binder(problems).record(type, submitted, "", ""));
    }

    /** As {@link #read}, with what the record's own rules say besides. */
    public static <R extends Record> R whole(Class<R> type, Submitted submitted, Problems problems) {
        R command = read(type, submitted, problems);
        problems.addAll(new Problems().check(command).byField(), submitted::nameOf);
        return command;
    }

    /** A single value where there is no record. */
    public static Object one(Class<?> type, String name, Submitted submitted, Problems problems) {
        return new Binder(problems).value(new Field(type, null), submitted, name, name);
    }

    /** All values of a list, without those that are none, where there is no record. */
    @SuppressWarnings("unchecked")
    public static <T> Set<T> several(Class<T> element, String name, Submitted submitted, Problems problems) {
        return (Set<T>) new Binder(problems).value(new Field(Set.class, element), submitted, name, name);
    }

    /**
     * @param at where the record's fields stand in {@code submitted}
     * @param path where they stand in the whole
     */
    private Object record(Class<?> type, Submitted submitted, String at, String path) {
        if (submitted.spelling().refusesUnknown() && at.isEmpty()) {
            refuseUnknown(type, submitted, path);
        }
        return filled(type, submitted, at, path);
    }

    private Object filled(Class<?> type, Submitted submitted, String at, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> Flat.Fields.isFlat(component)
                        ? filled(component.getType(), submitted, at, path)
                        : value(Field.of(component), submitted, at + component.getName(), path + component.getName()))
                .toArray();
        return made(type, components, values);
    }

    private void refuseUnknown(Class<?> type, Submitted submitted, String path) {
        Set<String> known = Flat.Fields.of(type).map(RecordComponent::getName).collect(Collectors.toSet());
        submitted.fields().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(path + shortened(name), Wording.UNKNOWN_FIELD));
    }

    private Object value(Field field, Submitted submitted, String at, String path) {
        if (submitted.knows(at)) {
            return submitted.known(at);
        }
        Spelling spelling = submitted.spelling();
        try {
            if (field.isSeveral()) {
                return several(field, submitted, at, path);
            }
            if (!Value.isValue(field.type())) {
                return inside(field.type(), submitted, at, path);
            }
            if (spelling == Spelling.PAGE && Value.isDay(field.type())) {
                return Value.day(spelling, field.type(), submitted.boxes(at));
            }
            return field.one(spelling, submitted.value(at));
        } catch (Unreadable unreadable) {
            note(submitted.nameOf(path), unreadable);
            return field.nothing(spelling);
        }
    }

    /** Whoever chooses from what they see is told by the question's own rule what to choose, where there is one. */
    private void note(String field, Unreadable unreadable) {
        if (unreadable.getMessage().equals(Wording.CHOICE)) {
            problems.otherwise(field, Wording.CHOICE);
        } else {
            problems.add(field, unreadable.getMessage());
        }
    }

    private Object several(Field field, Submitted submitted, String at, String path) {
        Spelling spelling = submitted.spelling();
        Object sent = submitted.value(at);
        if (sent == null) {
            return field.nothing(spelling);
        }
        List<Object> values = new ArrayList<>();
        int number = 0;
        for (Object one : Field.several(spelling, sent)) {
            try {
                Object value = Value.read(spelling, field.element(), one);
                if (value != null) {
                    values.add(value);
                }
            } catch (Unreadable unreadable) {
                String each = spelling == Spelling.JSON ? path + "[" + number + "]" : submitted.nameOf(path);
                note(each, unreadable);
            }
            number++;
        }
        // what was read wrongly has its own message, so that an empty list is not blamed as well
        return spelling == Spelling.JSON && values.isEmpty() && number > 0 ? null : field.collected(values);
    }

    @SuppressWarnings("unchecked")
    private Object inside(Class<?> type, Submitted submitted, String at, String path) {
        if (submitted.spelling() != Spelling.JSON) {
            return record(type, submitted, at + ".", path + ".");
        }
        Object object = submitted.value(at);
        if (object == null) {
            return null;
        }
        if (!(object instanceof Map<?, ?> map)) {
            throw new Unreadable(Wording.OBJECT);
        }
        return record(type, Submitted.json((Map<String, Object>) map), "", path + ".");
    }

    private Object made(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            problems.refuseIfWrong();
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(type.getName() + " cannot be made from what was submitted");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made from what was submitted", e);
        }
    }

    /** An unknown name is the sender's text: long or strange ones are not repeated. */
    private static String shortened(String name) {
        return name.matches("[A-Za-z0-9_-]{1,40}") ? name : "(unknown)";
    }
}
