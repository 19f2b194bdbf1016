package org.commonground.platform.refusal;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

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
                    violation.getPropertyPath().toString(),
                    violation.getMessage(),
                    BinaryOperator.minBy(Comparator.naturalOrder()));
        }
        return fields;
    }
}
