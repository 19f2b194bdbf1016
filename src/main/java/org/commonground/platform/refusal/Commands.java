package org.commonground.platform.refusal;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.TreeMap;

/** Checks a command record against its own Bean Validation rules: the first line of every use case. */
public final class Commands {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private Commands() {}

    /** What is wrong with a command: field to message, empty where nothing is. */
    public static <T> Map<String, String> problems(T command) {
        Map<String, String> fields = new TreeMap<>();
        for (ConstraintViolation<T> violation : VALIDATOR.validate(command)) {
            fields.merge(violation.getPropertyPath().toString(), violation.getMessage(), (a, b) -> a);
        }
        return fields;
    }

    /** Returns the command, or refuses it with one message per field. */
    public static <T> T require(T command) {
        Map<String, String> fields = problems(command);
        if (!fields.isEmpty()) {
            throw Refusal.invalid(fields);
        }
        return command;
    }
}
