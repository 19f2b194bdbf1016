package org.commonground.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.function.Function;

/**
 * One of a fixed list of answers, and the one word by which forms, the API, tables, events and models write it: its name
 * in small letters with hyphens, {@code step-free}.
 */
public interface Worded {

    /** As an enum has it. */
    String name();

    @JsonValue
    default String word() {
        return wordOf(name());
    }

    /** The same for the constant of a list that is not ours, such as a day of the week. */
    static String wordOf(Enum<?> constant) {
        return wordOf(constant.name());
    }

    private static String wordOf(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The answer that a word stands for.
     *
     * @throws IllegalArgumentException for a word that stands for none
     */
    static <E extends Enum<E> & Worded> E of(Class<E> list, String word) {
        return Enum.valueOf(list, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The same, for whoever reads many. */
    static <E extends Enum<E> & Worded> Function<String, E> reader(Class<E> list) {
        return word -> of(list, word);
    }
}
