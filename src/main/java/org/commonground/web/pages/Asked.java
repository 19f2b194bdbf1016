package org.commonground.web.pages;

import java.util.List;
import java.util.Map;
import org.commonground.platform.persistence.Part;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asks of a long list: which page of it, and what its rows are to be about. The page alone may stand in an
 * address; words are sent, because they may be somebody's name.
 */
public final class Asked {

    /** Characters; what is longer is in no name. */
    private static final int LONGEST = 200;

    private static final String WORDS = "words";
    private static final String PAGE = "page";

    private final Filled filled;
    private final String words;
    private final int page;

    private Asked(Filled filled, String words, int page) {
        this.filled = filled;
        this.words = words;
        this.page = page;
    }

    /** A page by its address; whatever is no number there is the first. */
    public static Asked page(MultiValueMap<String, String> sent) {
        Filled filled = new Filled(sent);
        return new Asked(filled, null, number(filled.text(PAGE)));
    }

    /** What was looked for, and which page of what was found. */
    public static Asked search(MultiValueMap<String, String> sent) {
        Filled filled = new Filled(sent);
        String words = cleared(filled.text(WORDS));
        if (words != null && words.length() > LONGEST) {
            filled.problem(WORDS, "Type at most 200 characters");
        }
        return new Asked(filled, words, number(filled.text(PAGE)));
    }

    /** Without characters that nobody can type, and the database takes none of: null where nothing else was sent. */
    private static String cleared(String typed) {
        String text = typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
        return text.isEmpty() ? null : text;
    }

    private static int number(String typed) {
        try {
            return typed == null ? 1 : Integer.parseInt(typed);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    /** Null where all is asked for. */
    public String words() {
        return words;
    }

    /** As somebody asked: it may be more than there are, or less than one. */
    public int page() {
        return page;
    }

    /**
     * The list as the page shows it.
     *
     * @param path its address
     * @param hint what can be looked for, such as <i>Part of a name</i>
     */
    public <T> Paged<T> of(String path, String hint, Read<T> read) {
        FormField box = FormField.text(WORDS, "Find in this list", hint, words);
        Part<T> part = filled.isWrong() ? new Part<>(List.of(), 1, 0) : read.of(words, page);
        return new Paged<>(path, box, words, part, filled.shown(box), filled.status());
    }

    /** Reads a page of a list. */
    @FunctionalInterface
    public interface Read<T> {

        /** @param words null for all */
        Part<T> of(String words, int page);
    }

    /** Nothing but what tests and tools may see. */
    @Override
    public String toString() {
        return "Asked" + Map.of(PAGE, page);
    }
}
