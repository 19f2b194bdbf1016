package org.commonground.conversation.measure;

import java.util.List;
import org.commonground.platform.Worded;

/**
 * A question whose answer is a number. The first four are ONS4, each from 0 (not at all) to 10 (completely) and never
 * summed; then the three UCLA items on loneliness, from 1 (hardly ever or never) to 3 (often); last the direct question,
 * from 1 (often or always) to 5 (never), which is reported apart. The wording is fixed: it is what makes answers
 * comparable.
 */
public enum Measure implements Worded {
    SATISFIED("Overall, how satisfied are you with your life nowadays?", 0, 10),
    WORTHWHILE("Overall, to what extent do you feel that the things you do in your life are worthwhile?", 0, 10),
    HAPPY("Overall, how happy did you feel yesterday?", 0, 10),
    ANXIOUS("Overall, how anxious did you feel yesterday?", 0, 10),
    COMPANIONSHIP("How often do you feel that you lack companionship?", 1, 3),
    LEFT_OUT("How often do you feel left out?", 1, 3),
    ISOLATED("How often do you feel isolated from others?", 1, 3),
    LONELY("How often do you feel lonely?", 1, 5);

    private final String question;
    private final int lowest;
    private final int highest;

    Measure(String question, int lowest, int highest) {
        this.question = question;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The three UCLA items, whose total needs all three. */
    public static List<Measure> ucla() {
        return List.of(COMPANIONSHIP, LEFT_OUT, ISOLATED);
    }

    public String question() {
        return question;
    }

    /** The key of its field in every form that asks it: {@code leftOut}. */
    public String field() {
        return this == LEFT_OUT ? "leftOut" : word();
    }

    public boolean allows(int score) {
        return score >= lowest && score <= highest;
    }

    /** The ONS band of a score of the first four, in words; empty for the others. */
    public String band(int score) {
        return switch (this) {
            case SATISFIED, WORTHWHILE, HAPPY ->
                score <= 4 ? "low" : score <= 6 ? "medium" : score <= 8 ? "high" : "very high";
            case ANXIOUS -> score <= 1 ? "very low" : score <= 3 ? "low" : score <= 5 ? "medium" : "high";
            default -> "";
        };
    }
}
