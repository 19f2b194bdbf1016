package org.commonground.platform.refusal;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.commonground.platform.Flat;

/** Checks a command record against its own Bean Validation rules: the first line of every use case. */
public final class Commands {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private Commands() {}

    /** Returns the command, or refuses it with one message per field. */
    public static <T> T require(T command) {
        new Problems().check(command).refuseIfWrong();
        return command;
    }

    /** What is wrong with a command: field to message. Where a field breaks two rules it is the same one every time. */
    static Map<String, String> problems(Object command) {
        Map<String, String> fields = new TreeMap<>();
        for (ConstraintViolation<Object> violation : VALIDATOR.validate(command)) {
            fields.merge(
                    field(command.getClass(), violation.getPropertyPath()),
                    violation.getMessage(),
                    BinaryOperator.minBy(Comparator.naturalOrder()));
        }
        return fields;
    }

    /** The field's path as it was submitted: without the names of flat records. */
    private static String field(Class<?> command, Path path) {
        StringBuilder field = new StringBuilder();
        Class<?> inside = command;
        for (Path.Node node : path) {
            RecordComponent component = component(inside, node.getName());
            inside = component == null ? Object.class : component.getType();
            if (component == null || !Flat.Fields.isFlat(component)) {
                field.append(field.isEmpty() ? "" : ".").append(node);
            }
        }
        return field.toString();
    }

    private static RecordComponent component(Class<?> type, String name) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .filter(one -> one.getName().equals(name))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
