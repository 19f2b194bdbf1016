package org.commonground.web.pages;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * One question of a {@link FormPage}.
 *
 * @param name of what is sent; also the field's id, which an error links to
 * @param hint below the label; null for none
 * @param options what may be chosen; empty for text
 * @param values what stands in it: one text, all that is chosen, or day, month and year
 */
public record FormField(String name, String label, String hint, Kind kind, List<Option> options, List<String> values) {

    /** How a question is asked; templates know them by their names. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        PASSWORD,
        /** Three boxes: day, month, year. */
        DATE,
        /** One of a few, all in sight. */
        RADIOS,
        /** One of many. */
        SELECT,
        /** Any number of them. */
        SEVERAL,
        /** Not asked: sent back as it was given. */
        HIDDEN,
        /** Not asked: stands above the questions that belong together. */
        HEADING
    }

    /** One answer to choose. */
    public record Option(String value, String label) {

        /** The words of an enum, each with what people read. */
        public static <T> List<Option> of(T[] values, Function<T, String> word, Function<T, String> label) {
            return Arrays.stream(values)
                    .map(value -> new Option(word.apply(value), label.apply(value)))
                    .toList();
        }

        public static List<Option> yesOrNo() {
            return List.of(new Option("true", "Yes"), new Option("false", "No"));
        }
    }

    public FormField {
        options = List.copyOf(options);
        values = List.copyOf(values);
    }

    public static FormField text(String name, String label, String hint, String value) {
        return new FormField(name, label, hint, Kind.TEXT, List.of(), one(value));
    }

    public static FormField longText(String name, String label, String hint, String value) {
        return new FormField(name, label, hint, Kind.LONG_TEXT, List.of(), one(value));
    }

    /** Never filled in again after an error. */
    public static FormField password(String name, String label, String hint) {
        return new FormField(name, label, hint, Kind.PASSWORD, List.of(), one(null));
    }

    public static FormField date(String name, String label, String hint, LocalDate value) {
        return date(
                name,
                label,
                hint,
                value == null
                        ? List.of("", "", "")
                        : List.of("" + value.getDayOfMonth(), "" + value.getMonthValue(), "" + value.getYear()));
    }

    /** @param typed day, month and year as somebody typed them */
    public static FormField date(String name, String label, String hint, List<String> typed) {
        return new FormField(name, label, hint, Kind.DATE, List.of(), typed);
    }

    public static FormField radios(String name, String label, String hint, List<Option> options, String value) {
        return new FormField(name, label, hint, Kind.RADIOS, options, one(value));
    }

    public static FormField select(String name, String label, String hint, List<Option> options, String value) {
        return new FormField(name, label, hint, Kind.SELECT, options, one(value));
    }

    public static FormField several(
            String name, String label, String hint, List<Option> options, Collection<String> values) {
        return new FormField(name, label, hint, Kind.SEVERAL, options, List.copyOf(values));
    }

    public static FormField hidden(String name, String value) {
        return new FormField(name, "", null, Kind.HIDDEN, List.of(), one(value));
    }

    public static FormField heading(String words) {
        return new FormField("", words, null, Kind.HEADING, List.of(), List.of());
    }

    public boolean isAsked() {
        return kind != Kind.HIDDEN && kind != Kind.HEADING;
    }

    /** The one text in it; empty where there is none. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    private static List<String> one(String value) {
        return List.of(value == null ? "" : value);
    }

    /** The same question as it stands here, and in its hint what somebody answered who was shown something older. */
    public FormField besides(FormField answered) {
        return values.equals(answered.values)
                ? this
                : new FormField(name, label, "You had answered: " + answered.inWords(), kind, options, values);
    }

    private String inWords() {
        List<String> words = options.isEmpty()
                ? values
                : options.stream()
                        .filter(option -> values.contains(option.value()))
                        .map(Option::label)
                        .toList();
        String text = String.join(" ", words).strip();
        return text.isEmpty() ? "nothing" : text;
    }
}
