package org.commonground.web.pages;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commonground.platform.Ids;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.submitted.Binder;
import org.commonground.platform.submitted.Submitted;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody sent with a {@link FormPage}, what in it is wrong, and how that is answered. The page's fields have the
 * names of the command's components, {@code contact.call} those inside another.
 */
public final class Filled {

    private static final String REQUEST = "request";

    private final MultiValueMap<String, String> sent;
    private final Submitted submitted;
    private final Problems problems = new Problems();
    private Refusal.Kind kind = Refusal.Kind.INVALID;
    private String words;
    private UUID request;

    public Filled(MultiValueMap<String, String> sent) {
        this(sent, Map.of());
    }

    /** @param names where a rule of the command is about a field with another name */
    public Filled(MultiValueMap<String, String> sent, Map<String, String> names) {
        this.sent = sent;
        this.submitted = Submitted.page(sent).named(names);
    }

    /** Nobody has filled in anything yet. */
    public static Filled nothing() {
        return new Filled(new LinkedMultiValueMap<>());
    }

    /** As if somebody had sent this: what is usual, or known. Names and values in turn; a null value is none. */
    public static Filled with(String... namesAndValues) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (namesAndValues[at + 1] != null) {
                values.add(namesAndValues[at], namesAndValues[at + 1]);
            }
        }
        return new Filled(values);
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

    /** Day, month and year as they were typed. */
    public List<String> typedDate(String name) {
        return Stream.of("day", "month", "year")
                .map(part -> Optional.ofNullable(text(name + "-" + part)).orElse(""))
                .toList();
    }

    /**
     * Made when the page was opened, so that sending it twice is harmless. A page whose hidden field was changed by hand
     * starts anew.
     */
    public UUID request() {
        if (request == null) {
            request = Optional.ofNullable(text(REQUEST)).flatMap(Filled::id).orElseGet(Ids::next);
        }
        return request;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public FormField requestField() {
        return FormField.hidden(REQUEST, request().toString());
    }

    /** The command that this makes, and what is wrong with it; of use only where nothing is. */
    public <R extends Record> R read(Class<R> command) {
        return read(command, Map.of());
    }

    /**
     * @param known components that the page does not ask for, and
     * @param without those that are nothing here: neither is taken from what was sent
     */
    public <R extends Record> R read(Class<R> command, Map<String, ?> known, String... without) {
        Map<String, Object> all = new HashMap<>(known);
        Arrays.stream(without).forEach(component -> all.putIfAbsent(component, null));
        return Binder.whole(command, submitted.knowing(all), problems);
    }

    /** A single value, where there is no command; null where there is none, or none that can be read. */
    public <T> T one(String name, Class<T> type) {
        return type.cast(Binder.one(type, name, submitted, problems));
    }

    /** Without the command's own rules, where whoever takes it says them too. */
    public <R extends Record> R readOnly(Class<R> command) {
        return Binder.read(command, submitted, problems);
    }

    public void problem(String name, String message) {
        problems.add(name, message);
    }

    /** @param fields by the command's names */
    public void problems(Map<String, String> fields) {
        problems.addAll(fields, submitted::nameOf);
    }

    public boolean isWrong() {
        return !problems.isEmpty() || words != null;
    }

    public boolean isWrong(String name) {
        return problems.has(name);
    }

    /**
     * Does the work unless something is wrong already, and notes why it is refused.
     *
     * @return what it brought; empty where the page is to be shown again
     */
    public <T> Optional<T> done(Supplier<T> work) {
        if (isWrong()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } catch (Refusal refusal) {
            refuse(refusal);
            return Optional.empty();
        }
    }

    /** Notes a refusal, with its own words where it is about no field. */
    public void refuse(Refusal refusal) {
        kind = refusal.kind();
        problems(refusal.fields());
        if (refusal.fields().isEmpty()) {
            words = refusal.getMessage();
        }
    }

    /** Says something about no field. */
    public void refuse(String message) {
        words = message;
    }

    /** What is about no field; null for nothing. */
    String words() {
        return words;
    }

    Map<String, String> byField() {
        return problems.byField();
    }

    /** How a page is answered that shows this: never as well done where something is wrong. */
    public HttpStatus status() {
        return isWrong() ? Statuses.of(kind) : HttpStatus.OK;
    }

    /** What is wrong, for a page that is no {@link FormPage} but asks for these. */
    public Shown shown(FormField... fields) {
        return Shown.of(this, Arrays.asList(fields));
    }
}
