package org.commonground.web.referral;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.ToldBy;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField.Option;

/**
 * What has been answered so far about why a referral is stopped. It lives in the session, so that nothing stands in an address, and
 * ends with it. Answers are the coded words of the questions; null where not yet given.
 *
 * @param note free text, or null
 */
record StopDraft(String toldBy, String how, String reason, String note) implements Serializable {

    static StopDraft empty() {
        return new StopDraft(null, null, null, null);
    }

    StopDraft with(StopQuestion question, String answer) {
        String given = answer == null || answer.isBlank() ? null : answer.strip();
        return switch (question) {
            case TOLD_BY -> new StopDraft(given, how, reason, note);
            case HOW -> new StopDraft(toldBy, given, reason, note);
            case REASON -> new StopDraft(toldBy, how, given, note);
            case NOTE -> new StopDraft(toldBy, how, reason, given);
        };
    }

    String answer(StopQuestion question) {
        return switch (question) {
            case TOLD_BY -> toldBy;
            case HOW -> how;
            case REASON -> reason;
            case NOTE -> note;
        };
    }

    /** What is wrong with the answer to a question, in words, or empty. */
    Optional<String> refuse(StopQuestion question) {
        String answer = answer(question);
        if (question == StopQuestion.NOTE && answer == null) {
            return reason != null && StopReason.of(reason).mustBeExplained()
                    ? Optional.of("Say what the reason is")
                    : Optional.empty();
        }
        return question.refuse(answer, options(question));
    }

    /** What can be chosen, after what has been answered: of a death somebody else tells us. */
    List<Option> options(StopQuestion question) {
        boolean ofDeath =
                question == StopQuestion.TOLD_BY && StopReason.DIED.word().equals(reason);
        return question.options().stream()
                .filter(option -> !ofDeath || ToldBy.of(option.value()).canTellOfDeath())
                .toList();
    }

    /** The questions there are: where nobody told us, nobody told us how. */
    Stream<StopQuestion> asked() {
        return Stream.of(StopQuestion.values())
                .filter(question ->
                        question != StopQuestion.HOW || !ToldBy.NOBODY.word().equals(toldBy));
    }

    /** The question after this one, or empty after the last. */
    Optional<StopQuestion> after(StopQuestion question) {
        return asked().filter(later -> later.ordinal() > question.ordinal()).findFirst();
    }

    /** The first question whose answer is missing or wrong, or empty where all are well. */
    Optional<StopQuestion> missing() {
        return asked().filter(question -> refuse(question).isPresent()).findFirst();
    }

    /** As if somebody had sent all of it on one page, by the names of the command. */
    Filled filled() {
        return Filled.with(
                "reason",
                reason,
                "told",
                toldBy,
                "how",
                asked().anyMatch(StopQuestion.HOW::equals) ? how : null,
                "narrative",
                note);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "StopDraft[]";
    }
}
