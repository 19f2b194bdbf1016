package org.commonground.workflow.tasks;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an answered task may leave in its process: ids, the reference, dates and decisions. Nothing somebody wrote fits
 * through here, whatever a form's bean returns.
 */
final class Outputs {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{0,64}");

    private Outputs() {}

    /** @throws IllegalStateException where a value is none of these: a defect, never somebody's mistake */
    static Map<String, Object> checked(String task, Map<String, Object> outputs) {
        outputs.forEach((name, value) -> {
            if (!fits(value)) {
                throw new IllegalStateException(
                        "The answer of " + task + " may not set " + name + ": not an id, date or decision");
            }
        });
        return outputs;
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
