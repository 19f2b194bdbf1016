package org.commonground.conversation.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.commonground.platform.refusal.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {

    @Test
    void readsANumberOrTheReasonWhyThereIsNone() {
        assertThat(MeasureAnswer.read(Measure.SATISFIED, "10")).contains(MeasureAnswer.of(10));
        assertThat(MeasureAnswer.read(Measure.SATISFIED, "11")).isEmpty();
        assertThat(MeasureAnswer.read(Measure.LEFT_OUT, "0")).isEmpty();
        assertThat(MeasureAnswer.read(Measure.LONELY, "5")).contains(MeasureAnswer.of(5));
        assertThat(MeasureAnswer.read(Measure.HAPPY, "not-asked-too-upset"))
                .contains(MeasureAnswer.notAsked(NotAsked.TOO_UPSET));
        assertThat(MeasureAnswer.read(Measure.HAPPY, "not-asked-")).isEmpty();
        assertThat(MeasureAnswer.read(Measure.HAPPY, "seven")).isEmpty();
        assertThat(MeasureAnswer.read(Measure.HAPPY, null)).isEmpty();
    }

    @Test
    void saysByFieldWhatIsMissing() {
        Map<Measure, String> choices = new EnumMap<>(Measure.class);
        choices.put(Measure.SATISFIED, "7");
        choices.put(Measure.LEFT_OUT, null);
        choices.put(Measure.ANXIOUS, "12");
        Problems problems = new Problems();

        Scores scores = Scores.read(choices, problems);

        assertThat(scores.score(Measure.SATISFIED)).contains(7);
        assertThat(problems.byField()).containsOnlyKeys("leftOut", "anxious");
    }

    @Test
    void lonelinessIsATotalOfAllThreeOrNone() {
        Map<Measure, MeasureAnswer> answers = new EnumMap<>(Measure.class);
        answers.put(Measure.COMPANIONSHIP, MeasureAnswer.of(3));
        answers.put(Measure.LEFT_OUT, MeasureAnswer.of(2));
        answers.put(Measure.LONELY, MeasureAnswer.of(1));
        assertThat(new Scores(answers).loneliness()).isEmpty();

        answers.put(Measure.ISOLATED, MeasureAnswer.notAsked(NotAsked.NO_TIME));
        assertThat(new Scores(answers).loneliness()).isEmpty();

        answers.put(Measure.ISOLATED, MeasureAnswer.of(1));
        assertThat(new Scores(answers).loneliness()).hasValue(6);
    }

    @ParameterizedTest
    @CsvSource({
        "SATISFIED,0,low", "SATISFIED,4,low", "WORTHWHILE,5,medium", "WORTHWHILE,6,medium",
        "HAPPY,7,high", "HAPPY,8,high", "HAPPY,9,very high", "SATISFIED,10,very high",
        "ANXIOUS,0,very low", "ANXIOUS,1,very low", "ANXIOUS,2,low", "ANXIOUS,3,low",
        "ANXIOUS,4,medium", "ANXIOUS,5,medium", "ANXIOUS,6,high", "ANXIOUS,10,high"
    })
    void bandsAreThoseOfTheOns(Measure measure, int score, String band) {
        assertThat(measure.band(score)).isEqualTo(band);
    }

    @Test
    void showNobodysAnswers() {
        assertThat(new Scores(Map.of(Measure.HAPPY, MeasureAnswer.of(2)))).hasToString("Scores[HAPPY]");
    }
}
