package org.commonground.workflow.vocabulary;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable: an id, the reference, a date or a decision, never anything about a person.
 *
 * @param name as the model writes it
 * @param words what it may say, where it is a decision that a model routes by; else empty
 */
public record Variable<T>(String name, Class<T> type, Set<String> words) {

    static <T> Variable<T> of(String name, Class<T> type) {
        return new Variable<>(name, type, Set.of());
    }

    /** A decision whose words are those of an enum of the capability that decides. */
    static <E extends Enum<E>> Variable<String> decision(String name, Class<E> said, Function<E, String> word) {
        return decision(name, Stream.of(said.getEnumConstants()).map(word).collect(Collectors.toUnmodifiableSet()));
    }

    static Variable<String> decision(String name, Set<String> words) {
        return new Variable<>(name, String.class, words);
    }

    /** @throws IllegalStateException where it is not set: a defect of the model */
    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("variable " + name + " is not set"));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(type::cast);
    }

    /** @throws IllegalArgumentException for a word that no model knows: a defect */
    public void set(VariableScope scope, T value) {
        if (!words.isEmpty() && !words.contains(value)) {
            throw new IllegalArgumentException("variable " + name + " has no such word");
        }
        scope.setVariable(name, value);
    }

    /** For starting and correlating. */
    public Map.Entry<String, Object> is(T value) {
        return Map.entry(name, value);
    }
}
