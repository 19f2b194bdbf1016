package org.commonground.conversation.measure;

import java.util.Optional;
import org.commonground.platform.Worded;

/**
 * What somebody said to a {@link Measure}: a number, or why it was not asked.
 *
 * @param score null where it was not asked
 * @param because null where there is a score
 */
public record MeasureAnswer(Integer score, NotAsked because) {

    private static final String NOT_ASKED = "not-asked-";

    public MeasureAnswer {
        if ((score == null) == (because == null)) {
            throw new IllegalArgumentException("an answer is a score or the reason why there is none");
        }
    }

    public static MeasureAnswer of(int score) {
        return new MeasureAnswer(score, null);
    }

    public static MeasureAnswer notAsked(NotAsked because) {
        return new MeasureAnswer(null, because);
    }

    /** As a form's choice has it: the other way of {@link #read}. */
    public String choice() {
        return score == null ? NOT_ASKED + because.word() : score.toString();
    }

    /** Reads a form's choice: {@code 7} or {@code not-asked-too-upset}; empty for anything the measure does not allow. */
    public static Optional<MeasureAnswer> read(Measure measure, String choice) {
        try {
            if (choice == null) {
                return Optional.empty();
            }
            if (choice.startsWith(NOT_ASKED)) {
                return Optional.of(notAsked(Worded.of(NotAsked.class, choice.substring(NOT_ASKED.length()))));
            }
            return Optional.of(Integer.parseInt(choice)).filter(measure::allows).map(MeasureAnswer::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
