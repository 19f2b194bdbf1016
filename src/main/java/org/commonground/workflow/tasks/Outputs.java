package org.commonground.workflow.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonground.workflow.vocabulary.Variable;
import org.commonground.workflow.vocabulary.Vocabulary;

/**
 * What an answered task may leave in its process: variables of the process's vocabulary, and in them ids, the
 * reference, dates and decisions. Nothing somebody wrote fits through here, whatever a form's bean returns.
 */
public final class Outputs {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{0,64}");

    private Outputs() {}

    /** @throws IllegalStateException where a value may not be set: a defect, never somebody's mistake */
    public static Map<String, Object> checked(String process, Map<String, Object> outputs) {
        Map<String, Object> checked = new HashMap<>();
        outputs.forEach((name, value) -> {
            if (!fits(value) || !isDeclared(process, name, value)) {
                throw new IllegalStateException("An answer may not set " + name + " of " + process + " to this");
            }
            // a plain list comes back from the engine as what it was, an unmodifiable one may not
            checked.put(name, value instanceof Collection<?> several ? new ArrayList<>(several) : value);
        });
        return checked;
    }

    private static boolean isDeclared(String process, String name, Object value) {
        return Vocabulary.variablesOf(process)
                .map(variables -> variables.containsKey(name) && says(variables.get(name), value))
                .orElse(true);
    }

    private static boolean says(Variable<?> variable, Object value) {
        return value == null
                || variable.type().isInstance(value)
                        && (variable.words().isEmpty() || variable.words().contains(value));
    }

    private static boolean fits(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().allMatch(one -> one instanceof String text && isWord(text));
        }
        return value == null
                || value instanceof String text && isWord(text)
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Date;
    }

    private static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }
}
