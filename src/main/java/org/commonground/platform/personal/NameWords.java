package org.commonground.platform.personal;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which a name is found, however somebody writes it: without case, accents, spaces, hyphens and
 * apostrophes. Only whole words are found.
 */
public final class NameWords {

    private static final String APOSTROPHE = "['’‘ʼ`]";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters that do not fall apart into a letter and an accent, as people without that key write them. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));

    private NameWords() {}

    /** Everything by which a name is found: its words, those that somebody hears in O'Brien, and Anne-Marie as one. */
    public static Set<String> all(String name) {
        Set<String> all = new LinkedHashSet<>(written(name));
        all.addAll(heard(name));
        for (String between : name.strip().split("\\s+")) {
            all.add(letters(between));
        }
        all.remove("");
        return all;
    }

    /** The words of a name as somebody writes it; an apostrophe divides no word. */
    public static Set<String> written(String name) {
        return heard(name.replaceAll(APOSTROPHE, ""));
    }

    /** The words as those write them who hear a pause in O'Brien. */
    public static Set<String> heard(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : BETWEEN_WORDS.split(name)) {
            if (!letters(word).isEmpty()) {
                words.add(letters(word));
            }
        }
        return words;
    }

    /** The letters and digits alone: {@code Anne-Marie} is {@code annemarie}. */
    public static String letters(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        for (Map.Entry<String, String> letter : SPELLED.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }
}
