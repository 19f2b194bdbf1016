package org.commonground.workflow.access;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SQL's {@code like} with {@code %} for any text, without regard to case; no pattern matches everything. */
record Likeness(Pattern pattern) {

    static Likeness of(String like) {
        if (like == null) {
            return new Likeness(Pattern.compile(".*", Pattern.DOTALL));
        }
        String regex = Arrays.stream(like.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new Likeness(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
