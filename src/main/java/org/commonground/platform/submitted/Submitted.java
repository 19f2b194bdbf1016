package org.commonground.platform.submitted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What somebody submitted, field by field, and what its fields are called. */
public final class Submitted {

    private final Spelling spelling;
    private final Function<String, Object> values;
    private final Set<String> fields;
    private final Map<String, String> names;
    private final Map<String, Object> known;

    private Submitted(
            Spelling spelling,
            Function<String, Object> values,
            Set<String> fields,
            Map<String, String> names,
            Map<String, ?> known) {
        this.spelling = spelling;
        this.values = values;
        this.fields = fields;
        this.names = names;
        this.known = new HashMap<>(known);
    }

    /** @param values plain Java: text, numbers, booleans, lists and null */
    public static Submitted form(Map<String, Object> values) {
        return new Submitted(Spelling.FORM, values::get, values.keySet(), Map.of(), Map.of());
    }

    /** @param sent by a browser; a date is in three boxes, {@code on-day}, {@code on-month} and {@code on-year} */
    public static Submitted page(Map<String, List<String>> sent) {
        return new Submitted(Spelling.PAGE, name -> sent.getOrDefault(name, List.of()), Set.of(), Map.of(), Map.of());
    }

    /** @param cells each cell's text by its column; null or blank for none */
    public static Submitted cells(Function<String, String> cells) {
        return new Submitted(Spelling.CELL, cells::apply, Set.of(), Map.of(), Map.of());
    }

    /** The values of a cell that holds several with semicolons, each once. */
    public static List<String> parts(String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split("[;\\n]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    /** @param message an object as plain Java: maps, lists, text, numbers, booleans and null */
    public static Submitted json(Map<String, Object> message) {
        return new Submitted(Spelling.JSON, message::get, message.keySet(), Map.of(), Map.of());
    }

    /** @param names what a field is called where a record's component has another name */
    public Submitted named(Map<String, String> names) {
        return new Submitted(spelling, values, fields, names, known);
    }

    /** @param components of the record that are not read from what was submitted, but known; null is an answer too */
    public Submitted knowing(Map<String, ?> components) {
        return new Submitted(spelling, values, fields, names, components);
    }

    /** What a record's field is called here; a message about one element is about its list. */
    public String nameOf(String path) {
        String plain = path.replaceAll("\\[.*", "");
        String first = plain.replaceAll("\\..*", "");
        return names.containsKey(plain) ? names.get(plain) : names.getOrDefault(first, plain);
    }

    Spelling spelling() {
        return spelling;
    }

    boolean knows(String path) {
        return known.containsKey(path);
    }

    Object known(String path) {
        return known.get(path);
    }

    /** All fields that were submitted, where they are to be the record's and no others. */
    Set<String> fields() {
        return fields;
    }

    Object value(String path) {
        return values.apply(nameOf(path));
    }

    /** Day, month and year as they were typed into three boxes, each trimmed. */
    List<String> boxes(String path) {
        return Stream.of("-day", "-month", "-year")
                .map(box -> first(values.apply(nameOf(path) + box)))
                .toList();
    }

    private static String first(Object sent) {
        List<Object> several = sent instanceof List<?> list ? new ArrayList<>(list) : List.of();
        return several.isEmpty() || several.get(0) == null
                ? ""
                : several.get(0).toString().strip();
    }
}
