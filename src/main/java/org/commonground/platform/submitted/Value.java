package org.commonground.platform.submitted;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How one value is read: one rule for each kind, wherever it comes from. */
final class Value {

    /** As people type a time: 9:05, 9.05, 0905. */
    private static final DateTimeFormatter TYPED_TIME = DateTimeFormatter.ofPattern("H[:][.]mm", Locale.UK);

    private Value() {}

    /**
     * Reads a value of a type; null where there is none.
     *
     * @throws Unreadable saying what was expected
     */
    static Object read(Spelling spelling, Class<?> type, Object submitted) {
        Object given = submitted instanceof String text ? spelling.text(text) : submitted;
        if (given == null || "".equals(given)) {
            return null;
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(spelling, given);
        }
        if (type == int.class || type == Integer.class) {
            return whole(spelling, given);
        }
        if (type == BigDecimal.class) {
            return number(spelling, given, Wording.NUMBER);
        }
        if (!(given instanceof String text)) {
            throw new Unreadable(type.isEnum() ? spelling.choice(words(type)) : Wording.TEXT);
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new Unreadable(Wording.UNSHOWABLE);
        }
        return fromText(spelling, type, text);
    }

    /** Whether a type is a day or made of one, so that a page asks for it in three boxes. */
    static boolean isDay(Class<?> type) {
        return type == LocalDate.class || of(type, LocalDate.class).isPresent();
    }

    /** Whether a record of ours is a value of its own, and no group of fields. */
    static boolean isValue(Class<?> type) {
        return !type.isRecord() || of(type, String.class).isPresent() || isDay(type);
    }

    /** @param typed day, month and year; null where all three are empty */
    static Object day(Spelling spelling, Class<?> type, List<String> typed) {
        if (typed.stream().allMatch(String::isEmpty)) {
            return null;
        }
        try {
            return dayOf(
                    type,
                    LocalDate.of(
                            Integer.parseInt(typed.get(2)),
                            Integer.parseInt(typed.get(1)),
                            Integer.parseInt(typed.get(0))));
        } catch (NumberFormatException | DateTimeException e) {
            throw new Unreadable(spelling.date());
        }
    }

    private static Object fromText(Spelling spelling, Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (isDay(type)) {
            return date(spelling, type, text);
        }
        if (type == LocalTime.class) {
            return time(text);
        }
        if (type.isEnum()) {
            return word(spelling, type, text);
        }
        if (type == UUID.class) {
            return id(text);
        }
        return ours(type, text);
    }

    private static Boolean truth(Spelling spelling, Object given) {
        if (given instanceof Boolean truth) {
            return truth;
        }
        int at = given instanceof String text && spelling != Spelling.JSON
                ? spelling.yesAndNo().indexOf(spelling.word(text))
                : -1;
        if (at < 0) {
            throw new Unreadable(spelling.truth());
        }
        return at == 0;
    }

    private static Integer whole(Spelling spelling, Object given) {
        try {
            return number(spelling, given, Wording.WHOLE_NUMBER).intValueExact();
        } catch (ArithmeticException e) {
            throw new Unreadable(Wording.WHOLE_NUMBER);
        }
    }

    private static BigDecimal number(Spelling spelling, Object given, String expected) {
        if (!(given instanceof Number) && (!(given instanceof String) || spelling == Spelling.JSON)) {
            throw new Unreadable(expected);
        }
        try {
            return new BigDecimal(given.toString());
        } catch (NumberFormatException e) {
            throw new Unreadable(expected);
        }
    }

    private static Object date(Spelling spelling, Class<?> type, String text) {
        try {
            return dayOf(type, LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new Unreadable(spelling.date());
        }
    }

    private static Object dayOf(Class<?> type, LocalDate day) {
        return type == LocalDate.class ? day : made(of(type, LocalDate.class).orElseThrow(), day);
    }

    /** A form's time field may add an offset, which says nothing: people mean the time on the clock on the wall. */
    private static LocalTime time(String text) {
        try {
            if (text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")) {
                return OffsetTime.parse(text).toLocalTime();
            }
            return text.matches("\\d\\d:\\d\\d:.*") ? LocalTime.parse(text) : LocalTime.parse(text, TYPED_TIME);
        } catch (DateTimeParseException e) {
            throw new Unreadable(Wording.TIME);
        }
    }

    private static Object word(Spelling spelling, Class<?> type, String text) {
        List<String> words = words(type);
        int at = words.indexOf(spelling.word(text));
        if (at < 0) {
            throw new Unreadable(spelling.choice(words));
        }
        return type.getEnumConstants()[at];
    }

    static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** Nobody writes an id: whatever is none was not among what could be chosen. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Wording.CHOICE);
        }
    }

    private static Object ours(Class<?> type, String text) {
        if (isId(type)) {
            id(text);
        }
        return made(
                of(type, String.class)
                        .orElseThrow(() -> new IllegalStateException(type.getName() + " has no static of(String)")),
                text);
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    private static Optional<Method> of(Class<?> type, Class<?> from) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("of") && Modifier.isStatic(method.getModifiers()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {from}))
                .filter(method -> type.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    private static Object made(Method of, Object from) {
        try {
            return of.invoke(null, from);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Unreadable unreadable
                    ? unreadable
                    : new Unreadable(Wording.of(of.getDeclaringClass()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(of + " must be public", e);
        }
    }
}
