package org.commonground.conversation.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.commonground.platform.refusal.Problems;

/** How somebody felt on one day: an answer to each measure that came up. */
public record Scores(Map<Measure, MeasureAnswer> answers) {

    public Scores {
        answers = answers.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(answers));
    }

    /** The number; empty where it was not asked. */
    public Optional<Integer> score(Measure measure) {
        return Optional.ofNullable(answers.get(measure)).map(MeasureAnswer::score);
    }

    /** Those that are not the same as before: an answer that stays keeps the day on which it was given. */
    public Scores without(Scores before) {
        Map<Measure, MeasureAnswer> changed = new EnumMap<>(Measure.class);
        answers.forEach((measure, answer) -> {
            if (!answer.equals(before.answers.get(measure))) {
                changed.put(measure, answer);
            }
        });
        return new Scores(changed);
    }

    /** The UCLA total, 3 to 9; empty unless all three were answered. */
    public OptionalInt loneliness() {
        return Measure.ucla().stream().allMatch(item -> score(item).isPresent())
                ? OptionalInt.of(Measure.ucla().stream()
                        .mapToInt(item -> score(item).orElseThrow())
                        .sum())
                : OptionalInt.empty();
    }

    /** A form's choices by measure, given in the order of {@link Measure}; null where nothing was chosen. */
    public static Map<Measure, String> choices(String... inOrder) {
        Map<Measure, String> choices = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            choices.put(measure, inOrder[measure.ordinal()]);
        }
        return choices;
    }

    /**
     * Reads a form's choices, and says under each measure's field in {@code problems} where one is missing or makes no
     * sense.
     *
     * @param choices by measure, as {@link MeasureAnswer#read} takes them; only these measures are looked at
     */
    public static Scores read(Map<Measure, String> choices, Problems problems) {
        Map<Measure, MeasureAnswer> answers = new EnumMap<>(Measure.class);
        choices.forEach((measure, choice) -> MeasureAnswer.read(measure, choice)
                .ifPresentOrElse(
                        answer -> answers.put(measure, answer),
                        () -> problems.add(measure.field(), "Choose an answer, or why it was not asked")));
        return new Scores(answers);
    }

    /** Hides what somebody said about themselves. */
    @Override
    public String toString() {
        return "Scores" + answers.keySet();
    }
}
