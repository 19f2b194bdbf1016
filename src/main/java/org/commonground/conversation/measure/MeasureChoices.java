package org.commonground.conversation.measure;

import java.util.Map;
import org.commonground.platform.refusal.Problems;

/**
 * How somebody feels, as a form's fields say it: for each {@link Measure} a number, or {@code not-asked-} and the reason,
 * as {@link MeasureAnswer#read} takes them; null where nothing was chosen.
 */
public record MeasureChoices(
        String satisfied,
        String worthwhile,
        String happy,
        String anxious,
        String companionship,
        String leftOut,
        String isolated,
        String lonely) {

    public static final MeasureChoices NOTHING = new MeasureChoices(null, null, null, null, null, null, null, null);

    /** Every answer; says under its field in {@code problems} which one is missing or makes no sense. */
    public Scores all(Problems problems) {
        return Scores.read(byMeasure(), problems);
    }

    /** The answers that were given; says under its field in {@code problems} which one makes no sense. */
    public Scores given(Problems problems) {
        Map<Measure, String> choices = byMeasure();
        choices.values().removeIf(choice -> choice == null);
        return Scores.read(choices, problems);
    }

    private Map<Measure, String> byMeasure() {
        return Scores.choices(satisfied, worthwhile, happy, anxious, companionship, leftOut, isolated, lonely);
    }

    /** Hides what somebody said about themselves. */
    @Override
    public String toString() {
        return "MeasureChoices[]";
    }
}
