package org.commonground.web.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.web.pages.FormField.Option;

/** The questions about why a referral is stopped, one a page, in their order. */
enum StopQuestion {
    REASON(
            "reason",
            "Why does the referral end?",
            null,
            "Choose why the referral ends",
            options(Stream.of(StopReason.values()).map(why -> new Option(why.word(), why.label())))),
    TOLD_BY(
            "told-by",
            "Who told us?",
            null,
            "Choose who told us",
            options(Stream.of(ToldBy.values()).map(by -> new Option(by.word(), by.label())))),
    HOW(
            "how",
            "How were we told?",
            null,
            "Choose how we were told",
            options(Stream.of(ToldHow.values()).map(how -> new Option(how.word(), how.label())))),
    NOTE(
            "note",
            "Anything the team should know?",
            "Only the team reads this. You may leave it empty, unless it is not safe to go on or the reason is another"
                    + " one than those we asked about.",
            null,
            List.of());

    static final int LONGEST_NOTE = 2000;

    private final String path;
    private final String words;
    private final String hint;
    private final String missing;
    private final List<Option> options;

    StopQuestion(String path, String words, String hint, String missing, List<Option> options) {
        this.path = path;
        this.words = words;
        this.hint = hint;
        this.missing = missing;
        this.options = options;
    }

    private static List<Option> options(Stream<Option> all) {
        return all.toList();
    }

    static Optional<StopQuestion> at(String path) {
        return Arrays.stream(values())
                .filter(question -> question.path.equals(path))
                .findFirst();
    }

    /** Its part of the address. */
    public String path() {
        return path;
    }

    public String words() {
        return words;
    }

    public String hint() {
        return hint;
    }

    /** Empty for free text. */
    public List<Option> options() {
        return options;
    }

    /** What is wrong with this answer where these can be chosen, in words, or empty; null is no answer. */
    Optional<String> refuse(String answer, List<Option> options) {
        if (options.isEmpty()) {
            return answer != null && answer.length() > LONGEST_NOTE
                    ? Optional.of("What the team should know must be 2,000 characters or less")
                    : Optional.empty();
        }
        boolean known = options.stream().anyMatch(option -> option.value().equals(answer));
        return known ? Optional.empty() : Optional.of(missing);
    }

    /** The answer in words, or null where there is none. */
    String inWords(String answer) {
        return options.stream()
                .filter(option -> option.value().equals(answer))
                .map(Option::label)
                .findFirst()
                .orElse(answer);
    }
}
