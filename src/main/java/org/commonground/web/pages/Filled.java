package org.commonground.web.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonground.platform.refusal.Commands;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody sent with a {@link FormPage}, and what in it cannot be understood at all. */
public final class Filled {

    private final MultiValueMap<String, String> sent;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private Map<String, String> refused = Map.of();

    public Filled(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    /** Nobody has filled in anything yet. */
    public static Filled nothing() {
        return new Filled(new LinkedMultiValueMap<>());
    }

    /** Trimmed; null where it is empty. */
    public String text(String name) {
        String text = sent.getFirst(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** As it was typed, for passwords; null where nothing was sent. */
    public String secret(String name) {
        String text = sent.getFirst(name);
        return text == null || text.isEmpty() ? null : text;
    }

    public List<String> all(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .toList();
    }

    public boolean ticked(String name) {
        return text(name) != null;
    }

    /** The chosen option as our own value; null where nothing is chosen, or nothing that we know. */
    public <T> T one(String name, Function<String, T> type) {
        return Optional.ofNullable(text(name))
                .flatMap(value -> known(value, type))
                .orElse(null);
    }

    /** All chosen options as our own values, without what we do not know. */
    public <T> List<T> several(String name, Function<String, T> type) {
        return all(name).stream().flatMap(value -> known(value, type).stream()).toList();
    }

    /** Null where all three boxes are empty; what is no date is a problem. */
    public LocalDate date(String name) {
        List<String> typed = typedDate(name);
        if (typed.stream().allMatch(String::isEmpty)) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(typed.get(2)), Integer.parseInt(typed.get(1)), Integer.parseInt(typed.get(0)));
        } catch (NumberFormatException | DateTimeException e) {
            problems.put(name, "Enter a real date, such as 27 3 2027");
            return null;
        }
    }

    /** Day, month and year as they were typed. */
    public List<String> typedDate(String name) {
        return Stream.of("day", "month", "year")
                .map(part -> Optional.ofNullable(text(name + "-" + part)).orElse(""))
                .toList();
    }

    public void problem(String name, String words) {
        problems.put(name, words);
    }

    /** What could not be understood, by field. */
    public Map<String, String> problems() {
        return problems;
    }

    /** Looks at the command made of this too: what is wrong is told at once, and not one thing after the other. */
    public <T> T whole(T command) {
        refused = Commands.problems(command);
        return command;
    }

    /** What the command itself would refuse, by its own names; nothing before {@link #whole} was asked. */
    Map<String, String> refused() {
        return refused;
    }

    private static <T> Optional<T> known(String value, Function<String, T> type) {
        try {
            return Optional.ofNullable(type.apply(value));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
