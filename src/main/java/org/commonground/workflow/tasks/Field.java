package org.commonground.workflow.tasks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One component of an answer's record, and how what a form submits becomes its value. Text is trimmed and empty text
 * is no text; dates and times are ISO 8601; the words of an enum are its names in kebab case; a type of ours is read by
 * its static {@code of(String)}.
 */
public record Field(Class<?> type, Class<?> element) {

    /** Says in plain words what was expected; never what was given. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    public static Field of(RecordComponent component) {
        Class<?> type = component.getType();
        if (!Collection.class.isAssignableFrom(type)) {
            return new Field(type, null);
        }
        Type generic = component.getGenericType();
        if (generic instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return new Field(type, element);
        }
        throw new IllegalStateException(component + " must say what it is a list of");
    }

    public Object read(Object submitted) {
        if (element == null) {
            Object value = one(type, submitted);
            return value == null ? nothing() : value;
        }
        List<Object> values = new ArrayList<>();
        for (Object one : many(submitted)) {
            Object value = one(element, one);
            if (value != null) {
                values.add(value);
            }
        }
        return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(values) : List.copyOf(values);
    }

    /** What the component holds when nothing was submitted: an empty list, false, 0 or null. */
    Object nothing() {
        if (element != null) {
            return Set.class.isAssignableFrom(type) ? Set.of() : List.of();
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : null;
    }

    private static Collection<?> many(Object submitted) {
        if (submitted == null || "".equals(submitted)) {
            return List.of();
        }
        if (submitted instanceof Collection<?> several) {
            return several;
        }
        throw new Unreadable("must be a list");
    }

    private static Object one(Class<?> type, Object submitted) {
        Object given = submitted instanceof String text ? text.strip() : submitted;
        if (given == null || "".equals(given)) {
            return null;
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(given);
        }
        if (type == int.class || type == Integer.class) {
            return whole(given);
        }
        if (type == BigDecimal.class) {
            return number(given, "must be a number");
        }
        if (!(given instanceof String text)) {
            throw new Unreadable(type.isEnum() ? choice(type) : "must be text");
        }
        return fromText(type, text);
    }

    private static Object fromText(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == LocalDate.class) {
            return date(text);
        }
        if (type == LocalTime.class) {
            return time(text);
        }
        if (type.isEnum()) {
            return word(type, text);
        }
        if (type == UUID.class) {
            return uuid(text);
        }
        return ours(type, text);
    }

    private static Boolean truth(Object given) {
        if (given instanceof Boolean truth) {
            return truth;
        }
        return switch (given.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable("must be yes or no");
        };
    }

    private static Integer whole(Object given) {
        try {
            return number(given, "must be a whole number").intValueExact();
        } catch (ArithmeticException e) {
            throw new Unreadable("must be a whole number");
        }
    }

    private static BigDecimal number(Object given, String expected) {
        if (!(given instanceof Number) && !(given instanceof String)) {
            throw new Unreadable(expected);
        }
        try {
            return new BigDecimal(given.toString());
        } catch (NumberFormatException e) {
            throw new Unreadable(expected);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unreadable("must be a date");
        }
    }

    /** The form's time field may add an offset, which says nothing: people mean the time on the clock on the wall. */
    private static LocalTime time(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetTime.parse(text).toLocalTime()
                    : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unreadable("must be a time, such as 14:30");
        }
    }

    private static Object word(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> kebab(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new Unreadable(choice(type)));
    }

    private static String choice(Class<?> type) {
        return "must be one of: "
                + Arrays.stream(type.getEnumConstants()).map(Field::kebab).collect(Collectors.joining(", "));
    }

    private static String kebab(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase().replace('_', '-');
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("is not one of the choices");
        }
    }

    private static Object ours(Class<?> type, String text) {
        try {
            Method of = type.getMethod("of", String.class);
            if (!Modifier.isStatic(of.getModifiers())) {
                throw new IllegalStateException(type.getName() + ".of(String) must be static");
            }
            return of.invoke(null, text);
        } catch (InvocationTargetException e) {
            throw new Unreadable("is not in the right form");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " has no static of(String)", e);
        }
    }
}
