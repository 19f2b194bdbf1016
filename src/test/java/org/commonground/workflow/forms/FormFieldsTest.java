package org.commonground.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonground.platform.Flat;
import org.commonground.platform.Worded;
import org.commonground.platform.personal.Written;
import org.commonground.platform.submitted.Field;
import org.commonground.testing.CommonGroundTest;
import org.commonground.workflow.tasks.TaskForms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every form against the record that stands behind it: what one of them changes the other must follow. */
@CommonGroundTest
class FormFieldsTest {

    @Autowired
    private TaskForms forms;

    static List<String> tasks() {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString().replace(".form", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void askWhatTheRecordTakesAndNothingElse(String task) {
        assertThat(FormFile.of(task).fields().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        components(task).map(RecordComponent::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyFieldHasALabel(String task) {
        assertThat(FormFile.of(task).fields())
                .allSatisfy((key, field) -> assertThat(label(field)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void offerOnlyWordsThatCanBeRead(String task) {
        Map<String, JsonNode> fields = FormFile.of(task).fields();
        components(task)
                .filter(component -> fields.get(component.getName()).has("values"))
                .forEach(component -> assertThat(
                                FormFile.of(task).choices(component.getName()).keySet())
                        .allSatisfy(word -> assertThat(Field.of(component)
                                        .takesFromForm(component.getType() == List.class ? List.of(word) : word))
                                .as(word)
                                .isTrue()));
    }

    /** Of a fixed list a form offers all, but where somebody else says so here. */
    @ParameterizedTest
    @MethodSource("tasks")
    void offerEveryAnswerThereIs(String task) {
        Map<String, JsonNode> fields = FormFile.of(task).fields();
        components(task)
                .filter(component -> fields.get(component.getName()).has("values"))
                .filter(component -> constants(component).length > 0)
                .filter(component -> !NOT_ALL.contains(task + "." + component.getName()))
                .forEach(component -> assertThat(
                                FormFile.of(task).choices(component.getName()).keySet())
                        .as(component.getName())
                        .containsExactlyInAnyOrderElementsOf(Stream.of(constants(component))
                                .map(Worded::word)
                                .toList()));
    }

    /** A second opinion cannot ask for another. */
    private static final Set<String> NOT_ALL = Set.of("give-second-opinion.verdict");

    private static Worded[] constants(RecordComponent component) {
        Class<?> type = Field.of(component).element() == null
                ? component.getType()
                : Field.of(component).element();
        return type.isEnum() && Worded.class.isAssignableFrom(type)
                ? (Worded[]) type.getEnumConstants()
                : new Worded[0];
    }

    /** A person who may type more than is taken learns so too late. */
    @ParameterizedTest
    @MethodSource("tasks")
    void takeAsMuchTextAsTheRecord(String task) {
        Map<String, JsonNode> fields = FormFile.of(task).fields();
        components(task)
                .filter(component -> component.isAnnotationPresent(Written.class))
                .forEach(component -> assertThat(fields.get(component.getName())
                                .at("/validate/maxLength")
                                .asInt())
                        .as(component.getName())
                        .isEqualTo(component.getAnnotation(Written.class).upTo()));
    }

    /** Those of the concern's own, of mails, and the one that a crisis has made. */
    private static final Set<String> NO_WAY_TO_A_CRISIS =
            Set.of("review-concern", "lift-pause", "mend-mail", "speak-with-practice");

    /** Somebody may be in crisis whatever the task is about: the form leads to the page that says so. */
    @ParameterizedTest
    @MethodSource("tasks")
    void leadToTheCrisisPage(String task) throws IOException {
        assertThat(Files.readString(Path.of("forms", task + ".form"))
                        .contains("/referrals/{{reference}}/crisis?task={{task}}"))
                .isEqualTo(!NO_WAY_TO_A_CRISIS.contains(task));
    }

    private Stream<RecordComponent> components(String task) {
        return Flat.Fields.of(forms.of(task).record());
    }

    private static String label(JsonNode field) {
        return Stream.of("label", "dateLabel", "timeLabel")
                .map(name -> field.path(name).asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
