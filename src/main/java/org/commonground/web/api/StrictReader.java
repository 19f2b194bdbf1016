package org.commonground.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.referral.intake.OwnNumber;

/**
 * Turns Json into a record, field by field, and collects everything that is wrong instead of stopping at the first. A
 * field that is wrong, unknown or missing is null in the record. Messages name fields, never values. Our own pages are
 * read by it too, so that nobody may say less on a page than a practice's system may.
 */
public final class StrictReader {

    /** Types of ours that are written as text. */
    private static final Map<Class<?>, Function<String, ?>> TEXTS = Map.of(
            OwnNumber.class, OwnNumber::of,
            NhsNumber.class, NhsNumber::of,
            PersonName.class, PersonName::of,
            BirthDate.class, text -> BirthDate.of(LocalDate.parse(text)),
            PostalAddress.class, PostalAddress::of,
            Phone.class, Phone::of,
            MailAddress.class, MailAddress::of,
            Narrative.class, Narrative::of,
            Trait.class, Trait::of);

    private static final Map<Class<?>, String> WRONG_TEXTS = Map.of(
            NhsNumber.class, "This is not an NHS number: it has ten digits, and the last one checks the others",
            BirthDate.class, "Write the date as year, month and day: 1951-03-14");

    private final Map<String, String> problems = new TreeMap<>();

    /** What was wrong, by field. */
    public Map<String, String> problems() {
        return problems;
    }

    public <R extends Record> R read(JsonNode json, Class<R> type) {
        if (!json.isObject()) {
            problems.put("", "The message must be a Json object");
            return null;
        }
        return type.cast(record("", json, type));
    }

    static Set<Class<?>> texts() {
        return TEXTS.keySet();
    }

    private Object record(String path, JsonNode json, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.put(path + shortened(name), "There is no such field");
            }
        });
        Object[] values = Arrays.stream(components)
                .map(component -> value(path + component.getName(), json.get(component.getName()), component))
                .toArray();
        return make(type, components, values);
    }

    private Object value(String path, JsonNode json, RecordComponent component) {
        if (json == null || json.isNull()) {
            return null;
        }
        Class<?> type = component.getType();
        if (type == List.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return list(path, json, element);
        }
        if (type == Boolean.class) {
            return json.isBoolean() ? json.booleanValue() : wrong(path, "Answer true or false");
        }
        if (type.isEnum()) {
            return choice(path, json, type);
        }
        if (TEXTS.containsKey(type)) {
            return text(path, json, type);
        }
        return json.isObject() ? record(path + ".", json, type) : wrong(path, "This must be an object with fields");
    }

    private Object list(String path, JsonNode json, Class<?> element) {
        if (!json.isArray()) {
            return wrong(path, "This must be a list");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            Object value = choice(path + "[" + i + "]", json.get(i), element);
            if (value != null) {
                values.add(value);
            }
        }
        // what was read wrongly has its own message, so that an empty list is not blamed as well
        return values.isEmpty() && !json.isEmpty() ? null : values;
    }

    private Object choice(String path, JsonNode json, Class<?> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
        int at = json.isTextual() ? words.indexOf(json.textValue()) : -1;
        return at >= 0 ? type.getEnumConstants()[at] : wrong(path, "Choose one of: " + String.join(", ", words));
    }

    private Object text(String path, JsonNode json, Class<?> type) {
        if (!json.isTextual()) {
            return wrong(path, "This must be text");
        }
        String text = json.textValue().strip();
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            return wrong(path, "Leave out control characters");
        }
        try {
            return text.isEmpty() ? null : TEXTS.get(type).apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return wrong(path, WRONG_TEXTS.getOrDefault(type, "This cannot be read"));
        }
    }

    private Object wrong(String path, String message) {
        problems.put(path, message);
        return null;
    }

    private static String word(Enum<?> constant) {
        return Worded.wordOf(constant);
    }

    /** An unknown name is the sender's text: long or strange ones are not repeated. */
    private static String shortened(String name) {
        return name.matches("[A-Za-z0-9_-]{1,40}") ? name : "(unknown)";
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be made from Json");
        }
    }
}
