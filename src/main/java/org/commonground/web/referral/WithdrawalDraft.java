package org.commonground.web.referral;

import java.io.Serializable;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.placement.WithdrawalReason;

/**
 * What has been answered so far about a withdrawal. It lives in the session, so that nothing stands in an address, and
 * ends with it. Answers are the coded words of the questions; null where not yet given.
 *
 * @param note free text, or null
 */
record WithdrawalDraft(String toldBy, String how, String reason, String note) implements Serializable {

    static WithdrawalDraft empty() {
        return new WithdrawalDraft(null, null, null, null);
    }

    WithdrawalDraft with(Question question, String answer) {
        String given = answer == null || answer.isBlank() ? null : answer.strip();
        return switch (question) {
            case TOLD_BY -> new WithdrawalDraft(given, how, reason, note);
            case HOW -> new WithdrawalDraft(toldBy, given, reason, note);
            case REASON -> new WithdrawalDraft(toldBy, how, given, note);
            case NOTE -> new WithdrawalDraft(toldBy, how, reason, given);
        };
    }

    String answer(Question question) {
        return switch (question) {
            case TOLD_BY -> toldBy;
            case HOW -> how;
            case REASON -> reason;
            case NOTE -> note;
        };
    }

    /** What is wrong with the answer to a question, in words, or empty. */
    Optional<String> refuse(Question question) {
        String answer = answer(question);
        if (question == Question.NOTE && answer == null) {
            return WithdrawalReason.OTHER.word().equals(reason)
                    ? Optional.of("Say what the other reason is")
                    : Optional.empty();
        }
        return question.refuse(answer);
    }

    /** The first question whose answer is missing or wrong, or empty where all are well. */
    Optional<Question> missing() {
        return Stream.of(Question.values())
                .filter(question -> refuse(question).isPresent())
                .findFirst();
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "WithdrawalDraft[]";
    }
}
