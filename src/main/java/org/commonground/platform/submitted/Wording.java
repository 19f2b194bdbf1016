package org.commonground.platform.submitted;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.platform.personal.NhsNumber;

/** The one wording for each mistake in how a value is written, wherever it comes from. */
public final class Wording {

    static final String DATE = "Enter a date such as ";
    static final String TIME = "Enter a time such as 14:30";
    static final String WHOLE_NUMBER = "Enter a whole number";
    static final String NUMBER = "Enter a number";
    static final String CHOICE = "Choose one of the answers";
    static final String WORDS = "Choose one of: ";
    static final String TEXT = "This must be text";
    static final String LIST = "This must be a list";
    static final String OBJECT = "This must be an object with fields";
    static final String UNREADABLE = "This cannot be read";
    static final String UNSHOWABLE = "Leave out characters that cannot be shown";
    static final String UNKNOWN_FIELD = "There is no such field";

    private static final Map<Class<?>, String> OF_TYPES =
            Map.of(NhsNumber.class, "This is not an NHS number: it has ten digits, and the last one checks the others");

    /** How messages begin that would do for any question, and so need its words beside them. */
    private static final List<String> FITS_ANY = Stream.concat(
                    Stream.of(DATE, TIME, WHOLE_NUMBER, NUMBER, CHOICE, WORDS, TEXT, LIST, UNREADABLE, UNSHOWABLE),
                    // our rules' own: how long, how a phone number is written, one of two words
                    Stream.of("Use at most", "Enter a phone number", "Answer "))
            .toList();

    private Wording() {}

    /** What is expected of a type of ours. */
    static String of(Class<?> type) {
        return OF_TYPES.getOrDefault(type, UNREADABLE);
    }

    /** Where somebody has to write a word of ours, and cannot choose from what they see. */
    public static String oneOf(List<String> words) {
        return WORDS + String.join(", ", words);
    }

    /** Whether a message does not say itself which question it is about. */
    public static boolean fitsAnyQuestion(String message) {
        return FITS_ANY.stream().anyMatch(message::startsWith);
    }
}
