package org.commonground.web.refer;

import java.util.List;
import java.util.stream.Collectors;
import org.commonground.web.pages.Filled;
import org.commonground.web.pages.FormField;
import org.commonground.web.pages.FormField.Kind;
import org.commonground.web.pages.FormField.Option;

/**
 * One question of the form.
 *
 * @param path where the answer stands in the message, as the API writes it: {@code person.givenName}
 * @param hint below the label, or null
 */
record Question(String path, String label, String hint, Kind kind, List<Option> options) {

    static Question text(String path, String label) {
        return text(path, label, null);
    }

    static Question text(String path, String label, String hint) {
        return new Question(path, label, hint, Kind.TEXT, List.of());
    }

    static Question longText(String path, String label, String hint) {
        return new Question(path, label, hint, Kind.LONG_TEXT, List.of());
    }

    static Question date(String path, String label, String hint) {
        return new Question(path, label, hint, Kind.DATE, List.of());
    }

    static Question radios(String path, String label, String hint, List<Option> options) {
        return new Question(path, label, hint, Kind.RADIOS, options);
    }

    static Question select(String path, String label, String hint, List<Option> options) {
        return new Question(path, label, hint, Kind.SELECT, options);
    }

    static Question several(String path, String label, String hint, List<Option> options) {
        return new Question(path, label, hint, Kind.SEVERAL, options);
    }

    static Question yesNo(String path, String label, String hint) {
        return new Question(path, label, hint, Kind.RADIOS, Option.yesOrNo());
    }

    FormField field(Filled filled) {
        return switch (kind) {
            case DATE -> FormField.date(path, label, hint, filled.typedDate(path));
            case SEVERAL -> FormField.several(path, label, hint, options, filled.all(path));
            case RADIOS -> FormField.radios(path, label, hint, options, filled.text(path));
            case SELECT -> FormField.select(path, label, hint, options, filled.text(path));
            case LONG_TEXT -> FormField.longText(path, label, hint, filled.text(path));
            case TEXT, PASSWORD, HIDDEN, HEADING -> FormField.text(path, label, hint, filled.text(path));
        };
    }

    /** The answer as somebody reads it again; empty where there is none. */
    String inWords(Filled filled) {
        return switch (kind) {
            case DATE -> String.join(" ", filled.typedDate(path)).strip();
            case RADIOS, SELECT, SEVERAL ->
                options.stream()
                        .filter(option -> filled.all(path).contains(option.value()))
                        .map(Option::label)
                        .collect(Collectors.joining(", "));
            default -> filled.text(path) == null ? "" : filled.text(path);
        };
    }
}
